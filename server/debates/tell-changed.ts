import { debateChanged } from "#shared/contract/debates.ts";
import type { Tx } from "../platform/transact.ts";
import type { DebateIds } from "./store.ts";
import { loadDebate } from "./view-store.ts";
import { publicView } from "./view.ts";

/** Says that the debate reads differently now. */
export async function tellChanged(tx: Tx, { communityId, debateId }: DebateIds): Promise<void> {
  const loaded = await loadDebate(tx.db, { communityId, debateId });
  if (!loaded) throw new Error("a debate that was changed is there");
  await tx.record(debateChanged, { communityId, debateId, debate: publicView(loaded) });
}
