import type { Db } from "#db/client.ts";
import { isMember, type Standing } from "../platform/actor.ts";
import { because, Refusal } from "../platform/problem.ts";
import { seesAll } from "./policy.ts";
import { debatesLookedAfter } from "./store.ts";

/** What somebody looks after: null for all of the community, else these debates. */
export async function lookedAfterBy(
  db: Db,
  { communityId, ...standing }: Standing,
): Promise<readonly string[] | null> {
  const reader: Standing = { communityId, ...standing };
  if (seesAll(reader)) return null;
  if (!isMember(reader)) return [];
  return debatesLookedAfter(db, { communityId, participantId: reader.participantId });
}

/** The same, for who works at the queue; refused for who looks after nothing. */
export async function deskOf(db: Db, standing: Standing): Promise<readonly string[] | null> {
  const debateIds = await lookedAfterBy(db, standing);
  if (debateIds !== null && debateIds.length === 0) {
    throw new Refusal("not-allowed", because("moderators-only"));
  }
  return debateIds;
}
