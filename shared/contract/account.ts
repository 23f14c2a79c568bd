import { z } from "zod";
import { Id, Moment } from "./ids.ts";
import { Language } from "./phases.ts";
import { brokenRule } from "./reasons.ts";

/** A person's own account, as they see it. */
export const Account = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string(),
    language: Language,
    /** Whether the mail address was shown to be theirs. */
    isConfirmed: z.boolean(),
    /** Whether they operate this installation. */
    isOperator: z.boolean(),
  })
  .meta({ id: "Account" });
export type Account = z.infer<typeof Account>;

export const GivenPassword = z.string().min(1, "Enter your password").max(200);

/** What is still to be shown by who gave the right password, or opened the link of a mail. */
export const SecondStep = z
  .object({
    /** Good for this one sign-in, a few tries and some minutes. */
    ticket: z.string(),
    expiresAt: Moment,
  })
  .meta({ id: "SecondStep" });
export type SecondStep = z.infer<typeof SecondStep>;

/** Signed in, where there is an account; else a second step is asked for. */
export const SignedIn = z
  .object({ account: Account.nullable(), secondStep: SecondStep.nullable() })
  .meta({ id: "SignedIn" });
export type SignedIn = z.infer<typeof SignedIn>;

/** Six digits of an app, or a recovery code; spaces and hyphens as people type them. */
const isCode = (text: string) =>
  /^\d{6}$|^[a-z2-9]{10}$/i.test(text.replaceAll(/[ -]/g, "")) && text.length <= 20;
export const Code = z.string().max(40).refine(isCode, brokenRule("code-form"));

/** Shows the second factor, where the account has one. */
export const Proof = z.strictObject({ code: Code.optional() });
export type Proof = z.infer<typeof Proof>;
