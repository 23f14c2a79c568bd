import { verifyRegistrationResponse } from "@simplewebauthn/server";
import type {
  addPasskey as addContract,
  beginPasskey as beginContract,
  PasskeyCreation,
} from "#shared/contract/passkeys.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal } from "../../platform/problem.ts";
import { writeMail } from "../mail.ts";
import { inMail, mailTextsIn } from "../mail-texts.ts";
import { proveOwner } from "../prove-owner.ts";
import { lockAccount } from "../store.ts";
import {
  challengeFor,
  handleOf,
  lastsMs,
  passkeyView,
  placeOf,
  spentChallenge,
} from "./ceremony.ts";
import { passkeysOf, savePasskey } from "./passkey-store.ts";

const mostPasskeys = 20;
/** ES256, EdDSA and RS256, as RFC 8152 and RFC 8812 number them: what devices can do. */
const algorithms = [-8, -7, -257];

/** What a browser needs to make a key, for who knows the password, and has the second factor if there is one. */
export async function beginPasskey(
  deps: Deps,
  call: Call<typeof beginContract>,
): Promise<PasskeyCreation> {
  const { password, proof } = call.body;
  const { accountId } = call.actor;
  const account = await proveOwner(deps, {
    accountId,
    password,
    field: "password",
    proof,
    reply: call.reply,
  });
  const known = await passkeysOf(deps.db, accountId);
  if (known.length >= mostPasskeys) {
    throw new Refusal("passkey-refused", because("too-many-passkeys", { most: mostPasskeys }));
  }
  return {
    challenge: await challengeFor(deps, accountId),
    rp: { id: placeOf(deps, call.request).rpId, name: "Folkmoot" },
    user: {
      id: handleOf(accountId),
      name: account.email,
      displayName: account.name,
    },
    pubKeyCredParams: algorithms.map((alg) => ({ alg, type: "public-key" })),
    timeout: lastsMs,
    attestation: "none",
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      type: "public-key",
      transports,
    })),
    authenticatorSelection: {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
  };
}

/** Keeps the public half of a key that was made for this account and address, and tells its owner by mail. */
export async function addPasskey(deps: Deps, call: Call<typeof addContract>) {
  const { name, credential } = call.body;
  const { accountId } = call.actor;
  const { id: credentialId, publicKey, counter } = await verify(deps, call);
  const { transports } = credential.response;
  return deps.transact(async (tx) => {
    const account = await lockAccount(tx.db, accountId);
    if (!account) throw new Refusal("sign-in-required");
    const saved = await savePasskey(tx.db, {
      id: deps.random.id(),
      accountId,
      credentialId,
      publicKey: Buffer.from(publicKey).toString("base64url"),
      counter,
      transports,
      name,
      createdAt: deps.clock(),
    });
    if (!saved) throw new Refusal("passkey-refused", because("passkey-known"));
    const text = mailTextsIn(account.language).passkeyAdded({ name: inMail(account.name) });
    await writeMail(deps, tx, { to: account.email, ...text });
    return passkeyView(saved);
  });
}

async function verify(deps: Deps, { actor, body, request }: Call<typeof addContract>) {
  const { credential } = body;
  const { clientDataJSON } = credential.response;
  const expectedChallenge = await spentChallenge(deps, clientDataJSON, actor.accountId);
  const { origin, rpId } = placeOf(deps, request);
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      // Which ways there are to reach a device is for browsers to say.
      response: { ...credential, response: { ...credential.response, transports: [] } },
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    if (verified) return registrationInfo.credential;
  } catch (error) {
    deps.log.info({ reason: String(error) }, "a passkey was not kept");
  }
  throw new Refusal("passkey-refused");
}
