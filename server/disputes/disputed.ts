import type { saveDispute } from "./store.ts";

/** What a case begins with, as its kind knows it. */
export type Disputed = Pick<
  Parameters<typeof saveDispute>[1],
  | "subjectId"
  | "about"
  | "subjectTitle"
  | "debateId"
  | "ruleNumber"
  | "respondentId"
  | "remedy"
  | "isSuspended"
> & { readonly wanted: number };
