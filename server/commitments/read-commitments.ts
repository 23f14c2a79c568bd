import { z } from "zod";
import type { Db } from "#db/client.ts";
import type {
  CommitmentSummary,
  countCommitments as countContract,
  listCommitments as listContract,
  readCommitment as readContract,
} from "#shared/contract/commitments.ts";
import { countPromises, type CountedPromise } from "#shared/commitments/index.ts";
import { findDecisionAnywhere } from "../decisions/public.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { mayProposeFor } from "./propose-commitment.ts";
import { standingsOf } from "./standing.ts";
import { commitmentsOf, findCommitment, promisedIn } from "./store.ts";
import { summaries, viewCommitment } from "./view.ts";

/** One thing has not more of them; a longer list is read in pages. */
const mostFromOne = 200;

const Before = z.tuple([z.uuid()]);

/** Commitments and their parts, the newest first. */
export async function listCommitments(
  deps: Deps,
  { standing, params, query }: Call<typeof listContract>,
) {
  const { communityId } = params;
  const { after, limit, ...wanted } = query;
  const before = readCursor(Before, after)?.[0] ?? null;
  const page = { before, limit: limit + 1 };
  const rows = await commitmentsOf(deps.db, { ...wanted, communityId }, page);
  const views = await summaries(deps.db, { communityId, rows, now: deps.clock() });
  const propose = await mayPropose(deps, standing, wanted.sourceId);
  return {
    ...toPage(views, limit, { view: (row) => row, place: ({ id }) => [id] }),
    can: { propose },
  };
}

/** What was promised because of one thing, or asked for, the newest first. */
export async function commitmentsFrom(
  db: Db,
  communityId: string,
  { sourceId, now }: { readonly sourceId: string; readonly now: Date },
): Promise<CommitmentSummary[]> {
  const page = { before: null, limit: mostFromOne };
  const rows = await commitmentsOf(db, { communityId, sourceId }, page);
  return summaries(db, { communityId, rows, now });
}

/** Whether the reader may ask somebody to commit to what came of a decision. */
async function mayPropose(
  deps: Deps,
  standing: Standing,
  decisionId: string | undefined,
): Promise<boolean> {
  if (decisionId === undefined) return false;
  const { communityId } = standing;
  const decision = await findDecisionAnywhere(deps.db, { communityId, decisionId });
  if (!decision || decision.status !== "closed") return false;
  return mayProposeFor(deps, standing, decision);
}

export async function readCommitment(deps: Deps, { standing, params }: Call<typeof readContract>) {
  const row = await findCommitment(deps.db, params);
  if (!row) throw new Refusal("not-found");
  return viewCommitment(deps, standing, row);
}

/** What somebody said yes to in a community, as it stands at a moment; parts left out. */
export async function promisesIn(
  db: Db,
  communityId: string,
  now: Date,
): Promise<CountedPromise[]> {
  const rows = await promisedIn(db, communityId);
  const standings = await standingsOf(db, communityId, { rows, now });
  return rows.flatMap(({ id, dueAt }) => {
    const stands = standings.get(id);
    if (!stands) return [];
    return [{ state: stands.state, doneAt: stands.doneAt, dueAt: dueAt.getTime() }];
  });
}

/** What was promised and what became of it, in all and by the year in which it was due. */
export async function countCommitments(
  { db, clock }: Deps,
  { params: { communityId } }: Call<typeof countContract>,
) {
  const promises = await promisesIn(db, communityId, clock());
  const yearOf = ({ dueAt }: CountedPromise) => new Date(dueAt).getUTCFullYear();
  const years = [...new Set(promises.map(yearOf))].toSorted((a, b) => a - b);
  return {
    all: countPromises(promises),
    years: years.map((year) => {
      return { year, counts: countPromises(promises.filter((one) => yearOf(one) === year)) };
    }),
  };
}
