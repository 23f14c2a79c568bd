import type { Severity, Work } from "#shared/contract/moderated.ts";
import type { Deps } from "../deps.ts";
import type { Moderated } from "../platform/moderated.ts";
import type { Tx } from "../platform/transact.ts";
import { type ItemRow, saveItem } from "./item-store.ts";
import { deadlineFrom, type Settings } from "./settings.ts";

interface Begun {
  readonly thing: Moderated;
  readonly kind: Work;
  readonly settings: Settings;
  readonly severity?: Severity;
}

/** Puts something on the list of what waits for a decision. */
export function beginItem(
  { random, clock }: Deps,
  tx: Tx,
  { thing, kind, settings, severity = "normal" }: Begun,
): Promise<ItemRow> {
  const { communityId, debateId, authorId, subject } = thing;
  return saveItem(tx.db, {
    communityId,
    id: random.id(),
    work: kind,
    subjectKind: subject.kind,
    subjectId: subject.id,
    debateId,
    authorId,
    severity,
    deadlineAt: deadlineFrom(clock(), severity, settings),
  });
}
