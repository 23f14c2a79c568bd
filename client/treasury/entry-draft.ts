import type { EntryKind } from "#shared/contract/treasury.ts";
import { hundredthsOf } from "../funding/public.ts";

/** An entry as it is typed. */
export interface EntryDraft {
  readonly kind: EntryKind;
  readonly amount: string;
  readonly currency: string;
  readonly day: string;
  readonly party: string;
  readonly what: string;
  readonly lineId: string;
  readonly commitmentId: string;
  readonly title: string;
  readonly url: string;
  readonly sha256: string;
}

export const blankEntry = (day: string, commitmentId: string): EntryDraft => ({
  kind: commitmentId === "" ? "in" : "out",
  amount: "",
  currency: "",
  day,
  party: "",
  what: "",
  lineId: "",
  commitmentId,
  title: "",
  url: "",
  sha256: "",
});

const orNull = (text: string): string | null => (text.trim() === "" ? null : text);

/** The same as it is sent. Lines and commitments belong to what goes out alone. */
export function wireOf(draft: EntryDraft) {
  const { kind, currency, day, party, what, title, url, sha256 } = draft;
  const hasDocument = [title, url, sha256].some((text) => text.trim() !== "");
  const goesOut = kind === "out";
  return {
    kind,
    currency: currency.trim(),
    day,
    party,
    what,
    amount: hundredthsOf(draft.amount) ?? 0,
    lineId: goesOut ? orNull(draft.lineId) : null,
    commitmentId: goesOut ? orNull(draft.commitmentId) : null,
    document: hasDocument ? { title, url: orNull(url), sha256: orNull(sha256) } : null,
  };
}
