import sharp from "sharp";
import * as profiles from "#shared/contract/profiles.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Somebody shows who they are; others look. */
export async function tourProfiles(tour: Tour, communityId: string): Promise<void> {
  const { member, moderator } = tour.cast;
  const params = { communityId };
  const bio = { bio: tour.text("I mind the harbour") };
  await tour.go(member, profiles.changeBio, { params, body: bio });
  const { person, picture } = await sendPicture(tour, communityId);
  const at = { communityId, participantId: person.id };
  await tour.go(moderator, profiles.readProfile, { params: at });
  await tour.go(moderator, profiles.listDeeds, { params: at, query: { limit: 2 } });
  await tour.take(member, profiles.readPicture, { params: { ...at, hash: picture ?? "" } });
  await tour.go(moderator, profiles.removePicture, { params });
}

async function sendPicture(tour: Tour, communityId: string): Promise<profiles.Profile> {
  const { member } = tour.cast;
  const red = { width: 300, height: 200, channels: 3, background: "red" } as const;
  const form = new FormData();
  form.append(
    "picture",
    new Blob([new Uint8Array(await sharp({ create: red }).png().toBuffer())]),
    "me.png",
  );
  return tour.send(member, profiles.changePicture, { params: { communityId }, form });
}
