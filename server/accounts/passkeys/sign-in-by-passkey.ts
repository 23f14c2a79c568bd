import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import type {
  askPasskey as askContract,
  signInByPasskey as signInContract,
} from "#shared/contract/passkeys.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { Refusal } from "../../platform/problem.ts";
import { letIn } from "../enter.ts";
import { findAccount } from "../store.ts";
import { challengeFor, handleOf, lastsMs, placeOf, spentChallenge } from "./ceremony.ts";
import { findPasskey, notePasskeyUse, type PasskeyRow } from "./passkey-store.ts";

/** What a browser needs to sign in: it finds the keys itself, so nobody learns who has an account. */
export async function askPasskey(deps: Deps, { request }: Call<typeof askContract>) {
  return {
    challenge: await challengeFor(deps, null),
    rpId: placeOf(deps, request).rpId,
    timeout: lastsMs,
    userVerification: "required" as const,
  };
}

/** Signs in by a key whose device has made sure who holds it: that is both steps in one. */
export async function signInByPasskey(deps: Deps, call: Call<typeof signInContract>) {
  const { credential } = call.body;
  const challenge = await spentChallenge(deps, credential.response.clientDataJSON, null);
  const passkey = await findPasskey(deps.db, credential.id);
  const account = passkey && (await findAccount(deps.db, passkey.accountId));
  if (!account || !isHandleOf(account.id, credential.response.userHandle)) {
    throw new Refusal("passkey-refused");
  }
  const counter = await verify(deps, call, { passkey, challenge });
  const now = deps.clock();
  if (!(await notePasskeyUse(deps.db, { id: passkey.id, counter, now }))) {
    deps.log.warn({ passkey: passkey.id }, "a passkey counts backwards: it may have been copied");
    throw new Refusal("passkey-refused");
  }
  return letIn(deps, call, account);
}

/** A device may say whose key it is; then it must be so (WebAuthn, 7.2). */
const isHandleOf = (accountId: string, handle: string | undefined): boolean =>
  handle === undefined || handle === handleOf(accountId);

interface Verifying {
  readonly passkey: PasskeyRow;
  readonly challenge: string;
}

/** The new count of the key, where it has signed this challenge for this address. */
async function verify(
  deps: Deps,
  { body, request }: Call<typeof signInContract>,
  { passkey, challenge }: Verifying,
): Promise<number> {
  const { origin, rpId } = placeOf(deps, request);
  const { id, rawId, type, clientExtensionResults, response } = body.credential;
  const { userHandle, ...signed } = response;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId,
        type,
        clientExtensionResults,
        response: { ...signed, ...(userHandle && { userHandle }) },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
        counter: passkey.counter,
      },
    });
    if (verified) return authenticationInfo.newCounter;
  } catch (error) {
    deps.log.info({ reason: String(error) }, "a passkey did not open an account");
  }
  throw new Refusal("passkey-refused");
}
