import { z } from "zod";
import { Code, GivenPassword, Proof, SignedIn } from "./account.ts";
import { endpoint } from "./endpoint.ts";
import { Moment } from "./ids.ts";
import { Passkey } from "./passkeys.ts";
import { Identity } from "./provider.ts";

const quarterHour = 900;

/** A ticket of a sign-in that waits for its second step. */
const Ticket = z.string().regex(/^[\w-]{43}$/);

/** Codes that each open the account once, when app and keys are lost. Shown this one time. */
export const RecoveryCodes = z
  .object({ recoveryCodes: z.array(z.string()) })
  .meta({ id: "RecoveryCodes" });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

export const completeSignIn = endpoint({
  name: "completeSignIn",
  summary: "Sign in by the second step, after the right password",
  method: "POST",
  path: "/api/sessions/second-step",
  access: "public",
  body: z.strictObject({ ticket: Ticket, proof: Proof }),
  reply: SignedIn,
  repeatable: true,
  limit: { max: 300, perSeconds: quarterHour, by: "address" },
});

/** How an account is guarded beyond its password. */
export const Safeguards = z
  .object({
    /** Since when an app makes codes for it; null where none does. */
    codesSince: Moment.nullable(),
    recoveryCodesLeft: z.int(),
    passkeys: z.array(Passkey),
    /** Accounts at the provider that open this one. */
    identities: z.array(Identity),
    /** Whether there is a password at all: who came by the provider has none at first. */
    hasPassword: z.boolean(),
  })
  .meta({ id: "Safeguards" });
export type Safeguards = z.infer<typeof Safeguards>;

export const readSafeguards = endpoint({
  name: "readSafeguards",
  summary: "How one's account is guarded beyond its password",
  method: "GET",
  path: "/api/me/safeguards",
  access: "self",
  reply: Safeguards,
});

/** The secret is shown by this answer alone. It counts once `confirmCodes` got a right code. */
export const beginCodes = endpoint({
  name: "beginCodes",
  summary: "Get the secret for an app that makes sign-in codes (RFC 6238)",
  method: "POST",
  path: "/api/me/codes",
  access: "self",
  body: z.strictObject({ password: GivenPassword, proof: Proof }),
  reply: z.object({
    /** In base 32, to be typed. */
    secret: z.string(),
    /** The same as an address that apps read from a picture. */
    uri: z.string(),
  }),
  repeatable: true,
  limit: { max: 30, perSeconds: quarterHour },
});

export const confirmCodes = endpoint({
  name: "confirmCodes",
  summary: "Have codes asked for from now on, by a first right one; ends all other sessions",
  method: "PUT",
  path: "/api/me/codes",
  access: "self",
  body: z.strictObject({ code: Code }),
  /** No codes where the account has some already. */
  reply: RecoveryCodes,
  limit: { max: 30, perSeconds: quarterHour },
});

export const endCodes = endpoint({
  name: "endCodes",
  summary: "Have no codes of an app asked for any more",
  method: "POST",
  path: "/api/me/codes/end",
  access: "self",
  body: z.strictObject({ password: GivenPassword, proof: Proof }),
  repeatable: true,
  limit: { max: 30, perSeconds: quarterHour },
});

export const renewRecoveryCodes = endpoint({
  name: "renewRecoveryCodes",
  summary: "Get ten new recovery codes; the old ones end",
  method: "POST",
  path: "/api/me/recovery-codes",
  access: "self",
  body: z.strictObject({ password: GivenPassword, proof: Proof }),
  reply: RecoveryCodes,
  repeatable: true,
  limit: { max: 30, perSeconds: quarterHour },
});

export const twoStepEndpoints = [
  completeSignIn,
  readSafeguards,
  beginCodes,
  confirmCodes,
  endCodes,
  renewRecoveryCodes,
];
