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
  "moderation",
  "ledger",
] as const;

/** Kinds that are told of in a sentence of their own. */
const known: ReadonlySet<string> = new Set([
  "community.created",
  "community.settings-changed",
  "community.privacy-changed",
  "community.delegation-changed",
  "charter.rule-added",
  "charter.rule-changed",
  "charter.rule-retired",
  "member.role-changed",
  "member.removed",
  "debate.phase-moved",
  "debate.edited",
  "debate.visitors-settled",
  "debate.imported",
  "debate.curated",
  "debate.facilitators-changed",
  "claim.merged",
  "claim.moved",
  "claim.split",
  "structure-change.undone",
  "decision.opened",
  "decision.closed",
  "decision.cancelled",
  "decision.annulled",
  "decision.tie-settled",
  "decision.outcome-written",
  "decision.paper-ballot",
  "delegations.chosen",
  "topic.added",
  "topic.changed",
  "topic.retired",
  "topic.restored",
  "topics.ordered",
  "holdings.snapshot-made",
  "ledger.begun",
  "ledger.restored",
  "ledger.key-rotated",
  "ledger.witnesses-changed",
]);

/** The key of the sentence that tells of an entry. */
export function sentenceKey({ kind }: LedgerEntry): string {
  if (known.has(kind)) return `kind.${kind}`;
  const [group = ""] = kind.split(".");
  return group === "moderation" ? "kind.moderation.other" : "kind.other";
}

/** Which debate an entry is about, so that the reader can go there. */
export function debateOf({ kind, subject, payload }: LedgerEntry): string | null {
  const { debateId } = payload;
  if (typeof debateId === "string") return debateId;
  return kind.startsWith("debate.") ? subject : null;
}
