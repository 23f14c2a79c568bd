import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import type { z } from "zod";
import type {
  addPasskey,
  askPasskey,
  PasskeyCreation,
  signInByPasskey,
} from "#shared/contract/passkeys.ts";

/** Browsers make keys on secure pages and on one's own machine only, and not for bare numbers. */
export const canUsePasskeys = (): boolean =>
  browserSupportsWebAuthn() &&
  window.isSecureContext &&
  !/^[\d.]+$|^\[/.test(window.location.hostname);

type NewKey = z.input<(typeof addPasskey)["body"]>["credential"];
type Signed = z.input<(typeof signInByPasskey)["body"]>["credential"];

/** Lets the device make a key, which asks for finger, face or stick. Fails where somebody calls it off. */
export async function makeKey(optionsJSON: PasskeyCreation): Promise<NewKey> {
  const { id, rawId, response } = await startRegistration({
    optionsJSON: {
      ...optionsJSON,
      excludeCredentials: optionsJSON.excludeCredentials.map(({ id: known }) => ({
        id: known,
        type: "public-key",
      })),
    },
  });
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return {
    id,
    rawId,
    type: "public-key",
    response: { clientDataJSON, attestationObject, transports },
  };
}

/** Lets somebody choose a key, and the device sign with it. */
export async function signWithKey(
  optionsJSON: z.output<(typeof askPasskey)["reply"]>,
): Promise<Signed> {
  const { id, rawId, response } = await startAuthentication({ optionsJSON });
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return {
    id,
    rawId,
    type: "public-key",
    response: { clientDataJSON, authenticatorData, signature, ...(userHandle && { userHandle }) },
  };
}
