import type { LedgerEntry } from "#shared/contract/ledger.ts";

/** What stands before the dot of a kind, to narrow the list by. */
export const kindGroups = [
  "community",
  "charter",
  "member",
  "debate",
  "claim",
  "decision",
  "delegations",
  "topic",
  "holdings",
  "content",
  "moderation",
  "dispute",
  "panel",
  "commitment",
  "system",
  "incident",
  "ledger",
] as const;

/** What people may do without being named; of all else that nobody did, the clock did it. */
const doneUnnamed = new Set(["incident.reported", "incident.linked"]);

/** The keys of the sentences that can tell of an entry, the best first. */
export const sentenceKeys = ({ kind, actor }: LedgerEntry): string[] => [
  `kind.${kind}${actor === null && doneUnnamed.has(kind) ? "-unnamed" : ""}`,
  "kind.other",
];

/** Which debate an entry is about, so that the reader can go there. */
export function debateOf({ kind, subject, payload }: LedgerEntry): string | null {
  const { debateId } = payload;
  if (typeof debateId === "string") return debateId;
  return kind.startsWith("debate.") ? subject : null;
}
