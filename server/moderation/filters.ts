import {
  type deleteQueueFilter as deleteContract,
  type listQueueFilters as listContract,
  moderationLimits,
  type saveQueueFilter as saveContract,
} from "#shared/contract/moderation.ts";
import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { deskOf } from "./desk.ts";
import { dropFilter, filtersOf, saveFilter } from "./filter-store.ts";

/** How the reader likes to see the queue. */
export async function listFilters({ db }: Deps, { standing }: Call<typeof listContract>) {
  await deskOf(db, standing);
  const rows = await filtersOf(db, standing);
  return { items: rows.map(({ id, name, filter }) => ({ id, name, filter })) };
}

export async function keepFilter(deps: Deps, call: Call<typeof saveContract>) {
  const { standing, body, once } = call;
  const { communityId, participantId } = standing;
  const { debateId } = body.filter;
  return deps.transact(async ({ db }) => {
    await deskOf(db, standing);
    if (debateId !== undefined) await readableDebate({ db }, standing, { communityId, debateId });
    const { filters: most } = moderationLimits;
    if ((await filtersOf(db, standing)).length >= most) {
      throw new Refusal("not-allowed", because("most-filters", { most }));
    }
    const id = deps.random.id();
    await saveFilter(db, { communityId, id, participantId, ...body });
    return { id, ...body };
  }, once);
}

export async function forgetFilter(deps: Deps, call: Call<typeof deleteContract>) {
  const { standing, params, once } = call;
  await deps.transact(async ({ db }) => {
    await deskOf(db, standing);
    if (!(await dropFilter(db, standing, params.filterId))) throw new Refusal("not-found");
  }, once);
}
