import { z } from "zod";
import type { listDebates as contract } from "#shared/contract/debates.ts";
import { Id, Moment } from "#shared/contract/ids.ts";
import type { Deps } from "../deps.ts";
import { isModerator } from "../platform/actor.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { summaryOf } from "./view.ts";
import { type After, type ListedDebate, listOf } from "./view-store.ts";

const Place = z.tuple([Moment, Id]).transform(([at, id]): After => ({ at: new Date(at), id }));

export const placeAfter = (after: string | undefined): After | undefined =>
  readCursor(Place, after) ?? undefined;

export const placeOf = ({ debate }: Pick<ListedDebate, "debate">) => [
  debate.updatedAt.toISOString(),
  debate.id,
];

/** The debates of a community that the reader may see. */
export async function listDebates({ db }: Deps, { standing, query }: Call<typeof contract>) {
  const { after, limit, phase, topic } = query;
  const rows = await listOf(db, {
    communityId: standing.communityId,
    participantId: standing.participantId,
    hasAllDrafts: isModerator(standing),
    phase,
    topic,
    after: placeAfter(after),
    limit: limit + 1,
  });
  return toPage(rows, limit, { view: summaryOf, place: placeOf });
}
