import { z } from "zod";
import type { listMembers } from "#shared/contract/memberships.ts";
import type { Deps } from "../deps.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { listActive } from "./member-store.ts";
import { memberView } from "./views.ts";

const Place = z.tuple([z.int().min(0).max(2), z.uuid()]);

/** Members by role, for whoever may see the community: names and roles, nothing of their accounts. */
export async function showMembers(
  { db }: Deps,
  { params, query, standing }: Call<typeof listMembers>,
) {
  const { limit, search, role } = query;
  const place = readCursor(Place, query.after);
  const after = place && { rank: place[0], id: place[1] };
  const rows = await listActive(db, params.communityId, { search, role, after, limit: limit + 1 });
  return toPage(rows, limit, {
    view: (row) => memberView(row, standing),
    place: ({ rank, participantId }) => [rank, participantId],
  });
}
