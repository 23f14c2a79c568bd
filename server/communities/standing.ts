import type { Db } from "#db/client.ts";
import type { Actor, Standing } from "../platform/actor.ts";
import { createBatch } from "../platform/batch.ts";
import { brief } from "../platform/brief.ts";
import type { RightsWatch } from "../platform/rights-watch.ts";
import { loadStandings } from "./store.ts";

const nobody = "";

/**
 * Answers how people stand in communities. Questions that arrive together are one query, and an answer is believed for
 * as long as rights are.
 */
export function createStandings(db: Db, rights: Pick<RightsWatch, "believedMs">) {
  // A question costs more than what it asks for: while one is under way, the others gather for the next.
  const load = createBatch(
    (keys: readonly (readonly [string, string])[]) => loadStandings(db, keys),
    { lanes: 1 },
  );
  const known = brief((key) => {
    const [communityId = nobody, accountId = nobody] = key.split(" ");
    return load([communityId, accountId]);
  }, rights.believedMs);

  return {
    find(actor: Actor, communityId: string): Promise<Standing | null> {
      const accountId = actor.kind === "account" ? actor.accountId : nobody;
      return known.get(`${communityId.toLowerCase()} ${accountId}`);
    },
    /** To be called after a change of members or of who may see a community. */
    forget: () => known.forgetAll(),
  };
}

export type Standings = ReturnType<typeof createStandings>;
