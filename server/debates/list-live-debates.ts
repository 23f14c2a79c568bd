import type { listLiveDebates as contract } from "#shared/contract/debates.ts";
import { debateRoom } from "#shared/contract/event.ts";
import type { Deps } from "../deps.ts";
import { toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { placeAfter, placeOf } from "./list-debates.ts";
import { summaryOf } from "./view.ts";
import { listLive } from "./view-store.ts";

/** Debates under way that the reader may see, in all communities, and how many people are in each. */
export async function listLiveDebates({ db, hub }: Deps, { actor, query }: Call<typeof contract>) {
  const { after, limit } = query;
  const accountId = actor.kind === "account" ? actor.accountId : null;
  const rows = await listLive(db, { accountId, after: placeAfter(after), limit: limit + 1 });
  const present = await Promise.all(
    rows.map(({ debate: { communityId, id } }) =>
      hub.peopleIn(debateRoom({ communityId, debateId: id })),
    ),
  );
  const people = new Map(rows.map(({ debate: { id } }, index) => [id, present[index] ?? 0]));
  return toPage(rows, limit, {
    view: (row: (typeof rows)[number]) => ({
      ...summaryOf(row),
      community: row.community,
      present: people.get(row.debate.id) ?? 0,
    }),
    place: placeOf,
  });
}
