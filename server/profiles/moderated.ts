import type { ModeratedKind } from "../platform/moderated.ts";
import { findPerson } from "./store.ts";

/** People who can be flagged, and warned or kept from writing; what they show of themselves stays theirs to change. */
export const moderatedProfiles: ModeratedKind = {
  async find(db, { communityId, id }) {
    const row = await findPerson(db, { communityId, participantId: id });
    if (!row) return undefined;
    return {
      subject: { kind: "profile", id },
      communityId,
      debateId: null,
      authorId: id,
      words: { name: row.person.name, text: row.bio ?? "" },
      version: 1,
      isWithdrawn: false,
      mark: null,
      path: `/people/${id}`,
    };
  },
  context: async () => [],
};
