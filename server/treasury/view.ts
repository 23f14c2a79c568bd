import type { BudgetLine, TreasuryEntry } from "#shared/contract/treasury.ts";
import type { Standing } from "../platform/actor.ts";
import type { LineRow } from "./line-store.ts";
import { canConfirm, canRefuse, canReverse } from "./policy.ts";
import type { EntryRow, ListedEntry } from "./store.ts";

function documentOf({ documentTitle, documentUrl, documentHash }: EntryRow) {
  if (documentTitle === null) return null;
  return { title: documentTitle, url: documentUrl, sha256: documentHash };
}

export function entryView(listed: ListedEntry, reader: Standing): TreasuryEntry {
  const { entry, line, commitment, enteredBy, settledBy, reversedBy } = listed;
  const { id, kind, amount, currency, day, party, what, reason } = entry;
  return {
    id,
    kind,
    amount,
    currency,
    day,
    party,
    what,
    reason,
    line,
    commitment,
    document: documentOf(entry),
    reverses: entry.reversesId,
    reversedBy,
    state: entry.settledAs ?? "waiting",
    enteredBy,
    enteredAt: entry.createdAt.toISOString(),
    settledBy,
    settledAt: entry.settledAt?.toISOString() ?? null,
    can: {
      confirm: canConfirm(reader, entry),
      refuse: canRefuse(reader, entry),
      reverse: canReverse(reader, entry, reversedBy),
    },
  };
}

export function lineView(line: Omit<LineRow, "createdAt">, spent: number): BudgetLine {
  const { id, title, currency, planned, version } = line;
  return { id, title, currency, planned, spent, version };
}
