import { z } from "zod";
import { Account, GivenPassword, SignedIn } from "./account.ts";
import { endpoint, type Limit } from "./endpoint.ts";
import { Id, Moment } from "./ids.ts";
import { reasons } from "./reasons.ts";
import { Language } from "./phases.ts";
import { name } from "./text.ts";

export { Account } from "./account.ts";

const quarterHour = 900;
const byAddress = (max: number): Limit => ({ max, perSeconds: quarterHour, by: "address" });

export const Email = z.email(reasons["mail-address"]).max(254);

/** How a person is called; each community keeps the name under which one joined it. */
export const PersonName = name(80);

/** Long enough to resist guessing; there are no rules about kinds of characters. */
export const NewPassword = z
  .string()
  .min(12, "A password has at least 12 characters; a few unrelated words make a good one")
  .max(200, "A password has up to 200 characters");

const Token = z.string().min(1).max(100);

export const readMe = endpoint({
  name: "readMe",
  summary: "Who is signed in; null for a visitor",
  method: "GET",
  path: "/api/me",
  access: "public",
  reply: z.object({ account: Account.nullable(), serverTime: Moment }),
});

export const openSignUpForm = endpoint({
  name: "openSignUpForm",
  summary: "Begin to sign up: gives what is sent along with the form",
  method: "GET",
  path: "/api/accounts/form",
  access: "public",
  reply: z.object({ form: z.string() }),
});

/**
 * Answers alike whether or not the address is known here. Whoever signs up is signed in at once, to
 * a new account whose address is not confirmed. If somebody else has confirmed that address, it
 * never will be: the owner of the address is told by mail, the caller is not.
 */
export const signUp = endpoint({
  name: "signUp",
  summary: "Open an account and sign in to it",
  method: "POST",
  path: "/api/accounts",
  access: "public",
  body: z.strictObject({
    email: Email,
    password: NewPassword,
    name: PersonName,
    language: Language.default("en"),
    /** What `openSignUpForm` gave, some seconds to some hours before; asked for unless RATE_LIMITS is off. */
    form: z.string().max(200).optional(),
    /** Left empty: a field that people don't see. */
    website: z.string().max(500).default(""),
  }),
  reply: z.object({ account: Account }),
  limit: byAddress(100),
});

export const signIn = endpoint({
  name: "signIn",
  summary: "Sign in by mail address and password",
  method: "POST",
  path: "/api/sessions",
  access: "public",
  body: z.strictObject({ email: Email, password: GivenPassword }),
  reply: SignedIn,
  repeatable: true,
  limit: byAddress(300),
});

export const signOut = endpoint({
  name: "signOut",
  summary: "End this session",
  method: "DELETE",
  path: "/api/sessions/current",
  access: "public",
});

export const Session = z
  .object({
    id: Id,
    /** Browser and system in words, like "Firefox on Linux". */
    device: z.string(),
    createdAt: Moment,
    lastUsedAt: Moment,
    isCurrent: z.boolean(),
  })
  .meta({ id: "Session" });
export type Session = z.infer<typeof Session>;

export const listSessions = endpoint({
  name: "listSessions",
  summary: "Where one is signed in, the last used first",
  method: "GET",
  path: "/api/me/sessions",
  access: "self",
  reply: z.object({ sessions: z.array(Session) }),
});

export const endSession = endpoint({
  name: "endSession",
  summary: "Sign out one device",
  method: "DELETE",
  path: "/api/me/sessions/:sessionId",
  access: "self",
  params: z.object({ sessionId: Id }),
});

export const endOtherSessions = endpoint({
  name: "endOtherSessions",
  summary: "Sign out all other devices",
  method: "DELETE",
  path: "/api/me/sessions",
  access: "self",
});

/** For a new account's address and for a changed one alike. */
export const confirmEmail = endpoint({
  name: "confirmEmail",
  summary: "Confirm a mail address by the link sent to it, and sign in",
  method: "POST",
  path: "/api/email-confirmations",
  access: "public",
  body: z.strictObject({ token: Token }),
  reply: SignedIn,
  repeatable: true,
  limit: byAddress(60),
});

export const resendConfirmation = endpoint({
  name: "resendConfirmation",
  summary: "Send the link that confirms one's mail address again",
  method: "POST",
  path: "/api/me/email-confirmations",
  access: "self",
  repeatable: true,
  limit: { max: 5, perSeconds: quarterHour },
});

/** Answers alike whether or not the address is known here. */
export const requestPasswordReset = endpoint({
  name: "requestPasswordReset",
  summary: "Have a link sent that sets a new password",
  method: "POST",
  path: "/api/password-resets",
  access: "public",
  body: z.strictObject({ email: Email }),
  repeatable: true,
  limit: byAddress(30),
});

export const resetPassword = endpoint({
  name: "resetPassword",
  summary: "Set a new password by the link; ends all sessions",
  method: "PUT",
  path: "/api/password-resets",
  access: "public",
  body: z.strictObject({ token: Token, password: NewPassword }),
  limit: byAddress(60),
});

export const changeEmail = endpoint({
  name: "changeEmail",
  summary: "Ask for another mail address; it counts once its link was opened",
  method: "PUT",
  path: "/api/me/email",
  access: "self",
  body: z.strictObject({ email: Email, password: GivenPassword }),
  limit: { max: 30, perSeconds: quarterHour },
});

export const changePassword = endpoint({
  name: "changePassword",
  summary: "Change one's password; ends all other sessions",
  method: "PUT",
  path: "/api/me/password",
  access: "self",
  body: z.strictObject({ currentPassword: GivenPassword, newPassword: NewPassword }),
  limit: { max: 30, perSeconds: quarterHour },
});

export const changeProfile = endpoint({
  name: "changeProfile",
  summary: "Change one's name or language",
  method: "PATCH",
  path: "/api/me",
  access: "self",
  body: z.strictObject({ name: PersonName.optional(), language: Language.optional() }),
  reply: z.object({ account: Account }),
});

/** A mail that waits to be read here, because no mail server is set. */
export const KeptMail = z
  .object({ id: Id, to: z.string(), subject: z.string(), text: z.string(), createdAt: Moment })
  .meta({ id: "KeptMail" });
export type KeptMail = z.infer<typeof KeptMail>;

export const readMailbox = endpoint({
  name: "readMailbox",
  summary: "Mails of an installation without mail server; on its own machine only, else 404",
  method: "GET",
  path: "/api/mailbox",
  access: "public",
  reply: z.object({ mails: z.array(KeptMail) }),
});

export const accountEndpoints = [
  readMe,
  openSignUpForm,
  signUp,
  signIn,
  signOut,
  listSessions,
  endSession,
  endOtherSessions,
  confirmEmail,
  resendConfirmation,
  requestPasswordReset,
  resetPassword,
  changeEmail,
  changePassword,
  changeProfile,
  readMailbox,
];
