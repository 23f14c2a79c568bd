import type { Deps } from "../deps.ts";
import type { Tx } from "../platform/transact.ts";
import { dropExample, dropOldest, saveExample } from "./store.ts";
import { hashedWords } from "./words.ts";

/** So many of each kind are learned from; what people post as spam changes. */
const kept = 1_000;

interface Decided {
  readonly communityId: string;
  readonly subjectId: string;
  readonly text: string;
  /** Null where no decision stands, or none that says so. */
  readonly isSpam: boolean | null;
}

/** Learns from what is decided about a text by now, in place of what was decided before. */
export async function learn(
  deps: Pick<Deps, "stamps" | "random">,
  tx: Tx,
  { communityId, subjectId, text, isSpam }: Decided,
): Promise<void> {
  if (isSpam === null) return dropExample(tx.db, { communityId, subjectId });
  const words = [...hashedWords(deps, communityId, text).keys()];
  if (words.length === 0) return;
  await saveExample(tx.db, { communityId, subjectId, id: deps.random.id(), isSpam, words });
  await dropOldest(tx.db, { communityId, isSpam, kept });
}
