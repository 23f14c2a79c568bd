import type { Subject } from "#shared/contract/moderated.ts";

/** Whether something was said in a panel's hearing, where others speak than members. */
export const isHeard = (subject: Subject | null): boolean =>
  subject?.kind === "testimony" || subject?.kind === "answer";
