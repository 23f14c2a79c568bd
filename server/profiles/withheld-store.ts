import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { participants } from "#db/schema/communities.ts";
import { profiles } from "#db/schema/profiles.ts";
import type { ModerationMark } from "#shared/contract/moderated.ts";
import type { PersonKey } from "./store.ts";

const isPerson = ({ communityId, participantId }: PersonKey) =>
  and(eq(participants.communityId, communityId), eq(participants.id, participantId));

const ofPerson = ({ communityId, participantId }: PersonKey) =>
  and(eq(profiles.communityId, communityId), eq(profiles.participantId, participantId));

export async function rename(db: Db, key: PersonKey, name: string): Promise<void> {
  await db.update(participants).set({ name }).where(isPerson(key));
}

export async function markProfile(
  db: Db,
  key: PersonKey,
  moderation: ModerationMark | null,
): Promise<void> {
  await db
    .insert(profiles)
    .values({ ...key, moderation })
    .onConflictDoUpdate({
      target: [profiles.communityId, profiles.participantId],
      set: { moderation },
    });
}

/** Empties what somebody shows of themselves; the picture waits beside it. */
export async function emptyProfile(db: Db, key: PersonKey): Promise<void> {
  const { picture, pictureHash } = profiles;
  await db
    .update(profiles)
    .set({
      bio: "",
      keptPicture: sql`${picture}`,
      keptPictureHash: sql`${pictureHash}`,
      picture: null,
      pictureHash: null,
    })
    .where(ofPerson(key));
}

export async function fillProfile(db: Db, key: PersonKey, bio: string): Promise<void> {
  const { keptPicture, keptPictureHash } = profiles;
  await db
    .update(profiles)
    .set({
      bio,
      picture: sql`${keptPicture}`,
      pictureHash: sql`${keptPictureHash}`,
      keptPicture: null,
      keptPictureHash: null,
    })
    .where(ofPerson(key));
}

/** Deletes the picture that waited, when it can't come back any more. */
export async function dropKeptPicture(db: Db, key: PersonKey): Promise<void> {
  await db.update(profiles).set({ keptPicture: null, keptPictureHash: null }).where(ofPerson(key));
}
