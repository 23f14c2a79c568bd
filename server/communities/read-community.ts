import { z } from "zod";
import type {
  listCommunities,
  readCommunity,
  readCommunityBySlug,
} from "#shared/contract/communities.ts";
import type { Deps } from "../deps.ts";
import { type Actor, maySee } from "../platform/actor.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { findCommunity, findVisibleId, listVisible } from "./community-store.ts";
import { communityView, summaryView } from "./views.ts";

const accountOf = (actor: Actor) => (actor.kind === "account" ? actor.accountId : null);
const Place = z.tuple([z.uuid()]);

/** Communities that the caller may see. */
export async function discover({ db }: Deps, { actor, query }: Call<typeof listCommunities>) {
  const { limit, search } = query;
  const before = readCursor(Place, query.after)?.[0] ?? null;
  const rows = await listVisible(
    db,
    { accountId: accountOf(actor), search, onlyMine: query.mine === "true" },
    { before, limit: limit + 1 },
  );
  return toPage(rows, limit, { view: summaryView, place: ({ community }) => [community.id] });
}

export async function showCommunity({ db }: Deps, { actor, params }: Call<typeof readCommunity>) {
  const community = await findCommunity(db, params.communityId);
  if (!community) throw new Refusal("not-found");
  return communityView(db, community, actor);
}

/** Finds by slug; a hidden community and none are asked for, and refused, alike. */
export async function showCommunityBySlug(
  { db, findStanding }: Deps,
  { actor, params }: Call<typeof readCommunityBySlug>,
) {
  const id = await findVisibleId(db, params.slug, accountOf(actor));
  if (id === undefined) throw new Refusal("not-found");
  if (!maySee(await findStanding(actor, id))) throw new Refusal("not-found");
  const community = await findCommunity(db, id);
  if (!community) throw new Refusal("not-found");
  return communityView(db, community, actor);
}
