import { z } from "zod";
import type { listArrivals } from "#shared/contract/memberships.ts";
import type { Deps } from "../deps.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { arrivalsIn } from "./arrival-store.ts";

const Place = z.tuple([z.uuid()]);

/** Who came by whose invitation, for those who look after the community. */
export async function showArrivals({ db }: Deps, { params, query }: Call<typeof listArrivals>) {
  const { limit } = query;
  const after = readCursor(Place, query.after)?.[0] ?? null;
  const rows = await arrivalsIn(db, params.communityId, { after, limit: limit + 1 });
  return toPage(rows, limit, {
    view: ({ participantId, name, role, status, invitedBy, joinedAt }) => ({
      participantId,
      name,
      role: status === "active" ? role : null,
      invitedBy,
      joinedAt: joinedAt.toISOString(),
    }),
    place: ({ participantId }) => [participantId],
  });
}
