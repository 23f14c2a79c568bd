import type {
  changeIncidentTerms as changeContract,
  KeptTerms,
  readIncidentTerms as readContract,
} from "#shared/contract/incidents.ts";
import { canonicalJson } from "#shared/merkle/canonical-json.ts";
import { type IncidentTerms, usualTerms } from "#shared/systems/index.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { findTerms, saveTerms } from "./incident-store.ts";

/** By when a community wants to have dealt with incidents. */
export const termsOf = async (db: Db, communityId: string): Promise<IncidentTerms> =>
  (await findTerms(db, communityId))?.terms ?? usualTerms;

async function viewTerms(db: Db, { communityId, role }: Standing): Promise<KeptTerms> {
  const kept = await findTerms(db, communityId);
  const { terms = usualTerms, version = 0 } = kept ?? {};
  return { terms, version, can: { change: role === "owner" } };
}

export const readTerms = ({ db }: Deps, { standing }: Call<typeof readContract>) =>
  viewTerms(db, standing);

/** Sets the times from now on; what runs keeps the time that it was given. */
export async function changeTerms(
  { transact }: Deps,
  { standing, params: { communityId }, body, once }: Call<typeof changeContract>,
) {
  const { terms, version } = body;
  return transact(async (tx) => {
    const now = await viewTerms(tx.db, standing);
    if (canonicalJson(now.terms) === canonicalJson(terms)) return now;
    // Compared here too: what no row can have as its version is no number that the database could look for.
    if (now.version !== version || !(await saveTerms(tx.db, { communityId, terms, version }))) {
      throw new Refusal("stale-version");
    }
    await tx.act({
      communityId,
      kind: "incident-terms.changed",
      actor: standing.participantId,
      subject: "incident-terms",
      payload: { terms },
    });
    return viewTerms(tx.db, standing);
  }, once);
}
