import type { Moderated, ModeratedKind } from "../platform/moderated.ts";
import { putWordsBack, setMark, takeWords } from "../platform/withheld-store.ts";
import { findName, hasName, written } from "./names-store.ts";

const oneOf = ({ communityId, subject: { id } }: Moderated) => ({ of: written, communityId, id });

/**
 * Names of opinion groups that can be flagged, hidden and removed. They are the group's: whoever proposed one is told
 * to nobody, those who moderate included, as that would say who is in the group.
 */
export const moderatedNames: ModeratedKind = {
  async find(db, ids) {
    const row = await findName(db, ids);
    if (!row) return undefined;
    const { communityId, debateId, id, text, moderation } = row;
    return {
      subject: { kind: "group-name", id },
      communityId,
      debateId,
      authorId: null,
      words: { name: text },
      version: 1,
      isWithdrawn: row.withdrawnAt !== null,
      mark: moderation,
      path: `/d/${debateId}/map`,
    };
  },
  async isBy(db, ids, participantId) {
    return (await findName(db, ids))?.authorId === participantId;
  },
  context: async () => [],
  withholding: {
    mark: (tx, thing, mark) => setMark(tx.db, oneOf(thing), mark),
    async take(tx, thing) {
      const { words, withdrawnAt } = await takeWords(tx.db, oneOf(thing));
      return { words: { name: words["text"] ?? "" }, withdrawnAt, revisions: [] };
    },
    async putBack(tx, thing, { words, withdrawnAt }) {
      const row = await findName(tx.db, { communityId: thing.communityId, id: thing.subject.id });
      if (!row) return;
      const text = words["name"] ?? "";
      const group = {
        communityId: row.communityId,
        debateId: row.debateId,
        group: row.groupNumber,
      };
      // Somebody proposed the same meanwhile: it stands once, so this one stays taken back.
      const isDouble = await hasName(tx.db, group, text);
      const kept = { words: { text }, withdrawnAt: isDouble ? "now" : withdrawnAt };
      await putWordsBack(tx.db, oneOf(thing), kept);
    },
  },
};
