import { statementAdded, statementWithdrawn } from "#shared/contract/statements.ts";
import type { Moderated, ModeratedKind } from "../platform/moderated.ts";
import { askForMap } from "../platform/opinion-maps.ts";
import { putWordsBack, setMark, takeWords } from "../platform/withheld-store.ts";
import { readOne } from "./add-statement.ts";
import { findStatement, questionOf, written } from "./moderated-store.ts";
import { hasText } from "./store.ts";
import { factsOf } from "./view.ts";

const oneOf = ({ communityId, subject: { id } }: Moderated) => ({ of: written, communityId, id });

/**
 * Statements that can be flagged and acted on. While one is out of sight, nobody is asked for it and responses to it
 * are not counted, as those to one that was taken back; they count again when it comes back.
 */
export const moderatedStatements: ModeratedKind = {
  async find(db, ids) {
    const row = await findStatement(db, ids);
    if (!row) return undefined;
    const { communityId, debateId, id, authorId, text, version, moderation } = row;
    return {
      subject: { kind: "statement", id },
      communityId,
      debateId,
      authorId,
      words: { text },
      version,
      isWithdrawn: row.withdrawnAt !== null,
      mark: moderation,
      path: `/d/${debateId}/statements`,
    };
  },
  async context(db, { communityId, debateId }) {
    if (debateId === null) return [];
    const text = await questionOf(db, { communityId, debateId });
    return [{ subject: { kind: "question", id: debateId }, text }];
  },
  withholding: {
    mark: (tx, thing, mark) => setMark(tx.db, oneOf(thing), mark),
    async take(tx, thing) {
      const { communityId, debateId, subject } = thing;
      const taken = await takeWords(tx.db, oneOf(thing));
      if (debateId !== null && taken.withdrawnAt === null) {
        await tx.record(statementWithdrawn, { communityId, debateId, statementId: subject.id });
        await askForMap(tx, { communityId, debateId });
      }
      return { ...taken, revisions: [] };
    },
    async putBack(tx, thing, kept) {
      const { communityId, debateId, subject } = thing;
      if (debateId === null) return;
      // Somebody said the same meanwhile: it stands once in a debate, so this one stays taken back.
      const isDouble = await hasText(tx.db, { communityId, debateId }, kept.words["text"] ?? "");
      const withdrawnAt = isDouble ? "now" : kept.withdrawnAt;
      await putWordsBack(tx.db, oneOf(thing), { ...kept, withdrawnAt });
      if (withdrawnAt !== null) return;
      const ids = { communityId, debateId, statementId: subject.id };
      await tx.record(statementAdded, factsOf(await readOne(tx.db, ids, null)));
      await askForMap(tx, { communityId, debateId });
    },
  },
};
