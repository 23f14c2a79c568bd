import { z } from "zod";
import { Reason } from "./reasons.ts";

/** Every refusal of the server, by code. Each names the rule; `detail` and `errors` name the place and the way out. */
export const problems = {
  "invalid-request": { status: 422, title: "The request is not well formed" },
  "not-found": { status: 404, title: "Nothing is here, or you may not see it" },
  "sign-in-required": { status: 401, title: "Sign in to do this" },
  "not-a-member": { status: 403, title: "Only members of this community may do this" },
  "not-allowed": { status: 403, title: "Your role does not allow this" },
  "foreign-origin": { status: 403, title: "This request came from another site" },
  "too-many-requests": { status: 429, title: "Too many requests; wait a moment and try again" },
  "too-large": { status: 413, title: "The request is larger than allowed" },
  "unsupported-media-type": { status: 415, title: "Send JSON" },
  "idempotency-key-required": { status: 400, title: "Send an Idempotency-Key header" },
  "idempotency-key-reused": {
    status: 422,
    title: "This Idempotency-Key was used for another request",
  },
  "if-match-unusable": { status: 400, title: "The If-Match header can't be used" },
  "stale-version": { status: 409, title: "Somebody changed this meanwhile; reload and try again" },
  unavailable: { status: 503, title: "The server cannot reach its database; try again soon" },
  internal: { status: 500, title: "The server failed" },

  "e-mail-or-password-wrong": { status: 401, title: "E-mail or password is wrong" },
  "send-again": { status: 409, title: "This did not come through; please send it once more" },
  "password-wrong": { status: 422, title: "The password is wrong" },
  "e-mail-taken": { status: 409, title: "This address belongs to another account" },
  "password-too-weak": { status: 422, title: "This password is too easy to guess" },
  "token-invalid": { status: 410, title: "This link has expired or was used already" },
  "code-wrong": { status: 422, title: "This code is wrong, or was used already" },
  "second-step-missing": { status: 422, title: "Your second step is needed for this" },
  "passkey-refused": { status: 422, title: "This passkey was not accepted" },
  "too-late": { status: 410, title: "This took too long; begin again" },
  "provider-refused": { status: 422, title: "Signing in at the provider did not work; try again" },
  "link-first": {
    status: 409,
    title: "An account here has your address: sign in to it, then link the two in its settings",
  },
  "identity-taken": { status: 409, title: "This opens an account here already" },
  "summary-failed": { status: 422, title: "No summary was written" },
  "wallet-refused": {
    status: 422,
    title: "This signature does not prove that the address is yours",
  },
  "wallet-taken": {
    status: 409,
    title: "This address belongs to another account here: remove it there first",
  },
  "codes-on": { status: 409, title: "An app makes codes for this account already" },

  "slug-taken": { status: 409, title: "This address is taken or reserved; choose another" },
  "name-unfit": { status: 422, title: "This name can't be used here; choose another" },
  "already-a-member": { status: 409, title: "You are a member already" },
  "last-owner": { status: 409, title: "A community needs at least one owner" },
  "hand-over-first": { status: 409, title: "Your communities need another owner first" },
  "only-operator": { status: 409, title: "This installation needs somebody who operates it" },
  "visit-unknown": {
    status: 401,
    title: "This browser's visit is not known here; begin anew, or sign in",
  },
  "proof-needed": {
    status: 403,
    title: "This debate asks your browser to compute something first",
  },
  "removed-earlier": {
    status: 403,
    title: "You were removed from this community; ask its moderators to let you in again",
  },
  "invitation-required": { status: 403, title: "This community is joined by invitation" },

  "phase-forbids": { status: 409, title: "The debate's phase does not allow this" },
  "phase-rule-unmet": { status: 409, title: "The debate is not ready for this phase" },
  "too-few-positions": { status: 409, title: "A decision needs at least two positions" },
  "has-replies": {
    status: 409,
    title: "Others have built on this; it can be withdrawn, not removed",
  },
  "has-responses": {
    status: 409,
    title: "Others have responded to this statement; it stays as they read it",
  },
  withdrawn: { status: 409, title: "This was withdrawn by its author" },
  "set-aside": { status: 409, title: "This claim was archived, or is one with another by now" },
  "too-many-pins": { status: 409, title: "As many claims are pinned as can be" },
  "marked-enough": { status: 409, title: "This claim is marked enough" },
  misplaced: { status: 422, title: "The claim can't stand there" },
  "changed-since": {
    status: 409,
    title: "This was changed again since, so it can't be taken back by itself",
  },
  "debate-full": { status: 409, title: "This debate has as many statements as it holds" },
  "duplicate-text": { status: 409, title: "The same text is here already" },

  "decision-not-open": { status: 409, title: "Voting on this decision has not begun" },
  "decision-closed": { status: 409, title: "Voting on this decision has ended" },
  "decision-opened": {
    status: 409,
    title: "This decision has opened and can't be changed any more",
  },
  "not-an-elector": { status: 403, title: "You are not in the electorate of this decision" },
  "ballot-invalid": { status: 422, title: "This ballot breaks a rule of the method" },

  "funding-forbids": {
    status: 409,
    title: "The round is not at the point where this can be done",
  },

  "treasury-forbids": {
    status: 409,
    title: "Where the entry stands does not allow this",
  },

  "treasury-entered-already": {
    status: 409,
    title: "Rows of this table look like entries that are there",
  },

  "commitment-forbids": {
    status: 409,
    title: "Where the commitment stands does not allow this",
  },

  "incident-forbids": {
    status: 409,
    title: "Where the incident stands does not allow this",
  },

  "stage-forbids": { status: 409, title: "The case is at another stage" },
  "not-in-case": { status: 403, title: "Only those in this case may do this" },
  "disputed-already": { status: 409, title: "This is disputed already" },
  "appeal-too-late": { status: 409, title: "The time to appeal is over" },
  "appealed-already": { status: 409, title: "A ruling is appealed once" },
  "not-committed": { status: 422, title: "This is not what was committed to" },

  "blocked-enough": { status: 409, title: "You have blocked as many people here as one can" },

  "own-case": { status: 403, title: "Nobody decides in a case of their own" },
  "flagged-already": { status: 409, title: "You have flagged this already" },
  "decided-lately": {
    status: 409,
    title: "This was looked at within the last day, and has not changed since",
  },
  "claimed-by-another": { status: 409, title: "Another moderator has taken this item" },
  locked: { status: 409, title: "This is locked: nothing is added or changed here now" },
  "too-soon": { status: 429, title: "This debate is slowed down: wait a moment" },
  suspended: { status: 403, title: "You are suspended: you can read, not write" },

  "picture-unusable": { status: 422, title: "This picture can't be used" },

  "import-invalid": { status: 422, title: "The files can't be imported" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/**
 * An RFC 9457 problem document. `pointer` is a JSON pointer into {params, query, body}. `detail` is English; where there
 * is a `reason`, it says the same as a code with values.
 */
export const Problem = z
  .object({
    type: z.string().startsWith("/problems/"),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    reason: Reason.optional(),
    errors: z
      .array(z.object({ pointer: z.string(), detail: z.string(), reason: Reason.optional() }))
      .optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;
