import { z } from "zod";
import { GivenPassword, Proof, SignedIn } from "./account.ts";
import { endpoint } from "./endpoint.ts";
import { Id, Moment } from "./ids.ts";
import { line } from "./text.ts";

const quarterHour = 900;

/** Bytes as they go over the wire. */
const Bytes = z
  .string()
  .max(8_000)
  .regex(/^[\w-]*={0,2}$/);
const Transport = z
  .string()
  .max(20)
  .regex(/^[a-z-]+$/);

/** A key on somebody's device that signs in without a password. */
export const Passkey = z
  .object({ id: Id, name: z.string(), createdAt: Moment, lastUsedAt: Moment.nullable() })
  .meta({ id: "Passkey" });
export type Passkey = z.infer<typeof Passkey>;

export const PasskeyName = line(60, 1);

const Known = z.object({
  id: z.string(),
  type: z.literal("public-key"),
  transports: z.array(z.string()),
});

/** What a browser needs to make a key: W3C Web Authentication Level 3, in JSON. */
export const PasskeyCreation = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.literal("public-key") })),
  timeout: z.int(),
  attestation: z.literal("none"),
  excludeCredentials: z.array(Known),
  authenticatorSelection: z.object({
    residentKey: z.literal("required"),
    requireResidentKey: z.literal(true),
    userVerification: z.literal("required"),
  }),
});
export type PasskeyCreation = z.infer<typeof PasskeyCreation>;

export const beginPasskey = endpoint({
  name: "beginPasskey",
  summary: "Get what a browser needs to make a passkey",
  method: "POST",
  path: "/api/me/passkeys/begin",
  access: "self",
  body: z.strictObject({ password: GivenPassword, proof: Proof }),
  reply: PasskeyCreation,
  repeatable: true,
  limit: { max: 30, perSeconds: quarterHour },
});

const credential = {
  id: Bytes,
  rawId: Bytes,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).default({}),
};

export const addPasskey = endpoint({
  name: "addPasskey",
  summary: "Keep a passkey that the browser made",
  method: "POST",
  path: "/api/me/passkeys",
  access: "self",
  body: z.strictObject({
    name: PasskeyName,
    credential: z.object({
      ...credential,
      response: z.object({
        clientDataJSON: Bytes,
        attestationObject: Bytes,
        transports: z.array(Transport).max(8).default([]),
      }),
    }),
  }),
  reply: Passkey,
  repeatable: true,
  limit: { max: 30, perSeconds: quarterHour },
});

export const endPasskey = endpoint({
  name: "endPasskey",
  summary: "Let a passkey open the account no more",
  method: "POST",
  path: "/api/me/passkeys/:passkeyId/end",
  access: "self",
  params: z.object({ passkeyId: Id }),
  body: z.strictObject({ password: GivenPassword, proof: Proof }),
  repeatable: true,
  limit: { max: 30, perSeconds: quarterHour },
});

export const askPasskey = endpoint({
  name: "askPasskey",
  summary: "Get what a browser needs to sign in by a passkey",
  method: "POST",
  path: "/api/sessions/passkey/begin",
  access: "public",
  reply: z.object({
    challenge: z.string(),
    rpId: z.string(),
    timeout: z.int(),
    userVerification: z.literal("required"),
  }),
  repeatable: true,
  limit: { max: 300, perSeconds: quarterHour, by: "address" },
});

export const signInByPasskey = endpoint({
  name: "signInByPasskey",
  summary: "Sign in by a passkey, which stands for both steps",
  method: "POST",
  path: "/api/sessions/passkey",
  access: "public",
  body: z.strictObject({
    credential: z.object({
      ...credential,
      response: z.object({
        clientDataJSON: Bytes,
        authenticatorData: Bytes,
        signature: Bytes,
        userHandle: Bytes.optional(),
      }),
    }),
  }),
  reply: SignedIn,
  repeatable: true,
  limit: { max: 300, perSeconds: quarterHour, by: "address" },
});

export const passkeyEndpoints = [beginPasskey, addPasskey, endPasskey, askPasskey, signInByPasskey];
