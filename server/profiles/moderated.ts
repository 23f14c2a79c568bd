import { inPlaceOfWords } from "#shared/contract/moderated.ts";
import { type Moderated, type ModeratedIds, type ModeratedKind } from "../platform/moderated.ts";
import { findPerson, type PersonKey } from "./store.ts";
import {
  dropKeptPicture,
  emptyProfile,
  fillProfile,
  markProfile,
  rename,
} from "./withheld-store.ts";

const keyOf = ({ communityId, id: participantId }: ModeratedIds): PersonKey => ({
  communityId,
  participantId,
});
const keyOfThing = ({ communityId, subject: { id } }: Moderated) => keyOf({ communityId, id });

/**
 * People who can be flagged, and warned or kept from writing. While what they show of themselves is out of sight,
 * something neutral stands in place of the name, and there is neither text nor picture.
 */
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
      mark: row.moderation,
      path: `/people/${id}`,
    };
  },
  context: async () => [],
  withholding: {
    mark: (tx, thing, mark) => markProfile(tx.db, keyOfThing(thing), mark),
    async take(tx, thing) {
      const key = keyOfThing(thing);
      await rename(tx.db, key, inPlaceOfWords);
      await emptyProfile(tx.db, key);
      return { words: thing.words, withdrawnAt: null, revisions: [] };
    },
    async putBack(tx, thing, { words }) {
      const key = keyOfThing(thing);
      const { name = "", text = "" } = words;
      // Who has left meanwhile has no name any more.
      const person = await findPerson(tx.db, key);
      if (person?.person.kind !== "former") await rename(tx.db, key, name);
      await fillProfile(tx.db, key, text);
    },
    forget: (tx, ids) => dropKeptPicture(tx.db, keyOf(ids)),
  },
};
