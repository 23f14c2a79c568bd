import { ballotsHasher } from "#shared/counting/lot-order.ts";
import type { Db } from "#db/client.ts";
import { boardEntries } from "./ballot-store.ts";
import type { DecisionRow } from "./store.ts";

const atOnce = 2_000;

/**
 * A decision that no more votes can come to, with the hash of its ballots where its lot is drawn by them; those of a
 * secret one are untied from their voters by then.
 */
export async function withBallotsHash(db: Db, decision: DecisionRow): Promise<DecisionRow> {
  if (decision.lotSeed === null || decision.lotBy === "seed") return decision;
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  const hasher = ballotsHasher();
  let after: string | undefined;
  do {
    const page = await boardEntries(db, ids, { after, limit: atOnce });
    for (const entry of page) hasher.add(entry);
    after = page.length < atOnce ? undefined : page.at(-1)?.ballotId;
  } while (after !== undefined);
  return { ...decision, ballotsHash: hasher.hex() };
}
