import type { Profile } from "#shared/contract/profiles.ts";
import type { Standing } from "../platform/actor.ts";
import type { PersonRow } from "./store.ts";

/** A profile as somebody of the community, or a visitor, sees it. */
export function profileView(
  { person, role, since, bio, picture, juriesServed, moderation }: PersonRow,
  reader: Pick<Standing, "participantId">,
): Profile {
  return {
    person,
    role,
    since: since?.toISOString() ?? null,
    bio: bio ?? "",
    picture,
    ...(moderation === null ? {} : { moderation }),
    isMe: person.id === reader.participantId,
    juriesServed,
  };
}
