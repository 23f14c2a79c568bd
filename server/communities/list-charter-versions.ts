import { z } from "zod";
import type { listCharterVersions } from "#shared/contract/communities.ts";
import { Moment } from "#shared/contract/ids.ts";
import type { Deps } from "../deps.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { listVersions, rulesEver } from "./charter-store.ts";
import { versionView } from "./views.ts";

const PgInt = z.int().min(0).max(2_147_483_647);
const Place = z.tuple([Moment, PgInt, PgInt]);

/** The history of the charter, for whoever may see the community. */
export async function showCharterVersions(
  { db }: Deps,
  { params, query }: Call<typeof listCharterVersions>,
) {
  const { limit, number } = query;
  const place = readCursor(Place, query.after);
  const before = place && { at: new Date(place[0]), number: place[1], version: place[2] };
  const rows = await listVersions(db, params.communityId, { number, before, limit: limit + 1 });
  const page = toPage(rows, limit, {
    view: versionView,
    place: ({ rule }) => [rule.createdAt.toISOString(), rule.number, rule.version],
  });
  return { ...page, rules: await rulesEver(db, params.communityId) };
}
