import { claimChanged, positionChanged } from "#shared/contract/claims.ts";
import { commentChanged } from "#shared/contract/comments.ts";
import { evidenceChanged, evidenceWithdrawn } from "#shared/contract/evidence.ts";
import { idsOf, type ModeratedIds, type Withholding } from "../../platform/moderated.ts";
import { namesOf } from "../../platform/names-store.ts";
import type { Tx } from "../../platform/transact.ts";
import { putWordsBack, setMark, takeWords } from "../../platform/withheld-store.ts";
import { claimView, evidenceView, positionView } from "../claim-view.ts";
import { countComments } from "../comments/comment-store.ts";
import { viewComments } from "../comments/comment-view.ts";
import { tellChanged } from "../tell-changed.ts";
import { forgetClaim } from "./forget-store.ts";
import {
  changeQuestion,
  claimById,
  commentById,
  evidenceById,
  positionById,
  putRevisionsBack,
  takeQuestion,
  takeRevisions,
  written,
} from "./moderated-store.ts";

type Kind = keyof typeof written;

/** Tells the room of a thing as it is now; each kind has its own event for that. */
const tellers: Record<Kind, (tx: Tx, ids: ModeratedIds) => Promise<void>> = {
  async claim(tx, ids) {
    const row = await claimById(tx.db, ids);
    if (!row) return;
    const { communityId, debateId } = row;
    await tx.record(claimChanged, { communityId, debateId, claim: claimView(row) });
  },
  async position(tx, ids) {
    const row = await positionById(tx.db, ids);
    if (!row) return;
    const { communityId, debateId } = row;
    const authors = [...(await namesOf(tx.db, communityId, [row.authorId])).values()];
    const position = positionView(row);
    await tx.record(positionChanged, { communityId, debateId, position, authors });
  },
  async comment(tx, ids) {
    const row = await commentById(tx.db, ids);
    if (!row) return;
    const { communityId, debateId, claimId } = row;
    const [comment] = await viewComments(tx.db, [row]);
    const counts = await countComments(tx.db, { communityId, debateId, claimId });
    const comments = counts.get(claimId) ?? 0;
    if (comment) await tx.record(commentChanged, { communityId, debateId, comment, comments });
  },
  async evidence(tx, ids) {
    const row = await evidenceById(tx.db, ids);
    if (!row) return;
    const { communityId, debateId, claimId, id: evidenceId } = row;
    if (row.withdrawnAt !== null) {
      await tx.record(evidenceWithdrawn, { communityId, debateId, evidenceId, claimId });
      return;
    }
    const authors = [...(await namesOf(tx.db, communityId, [row.authorId])).values()];
    const evidence = evidenceView(row);
    await tx.record(evidenceChanged, { communityId, debateId, evidence, authors });
  },
};

/** How a debate's question and context are put out of sight; all that is said in it stays. */
export const questionWithholding: Withholding = {
  async mark(tx, thing, mark) {
    const { communityId, id } = idsOf(thing);
    await changeQuestion(tx.db, { communityId, id }, { moderation: mark });
    await tellChanged(tx, { communityId, debateId: id });
  },
  async take(tx, thing) {
    return { words: await takeQuestion(tx.db, idsOf(thing)), withdrawnAt: null, revisions: [] };
  },
  async putBack(tx, thing, { words }) {
    const { text: question = "", context = "" } = words;
    await changeQuestion(tx.db, idsOf(thing), { question, context });
  },
};

/** How a kind of thing in a debate is put out of sight, with its former versions. */
export const withholding = (kind: Kind): Withholding => ({
  async mark(tx, thing, mark) {
    await setMark(tx.db, { of: written[kind], ...idsOf(thing) }, mark);
    await tellers[kind](tx, idsOf(thing));
  },
  async take(tx, thing) {
    const ids = idsOf(thing);
    const taken = await takeWords(tx.db, { of: written[kind], ...ids });
    return { ...taken, revisions: await takeRevisions(tx.db, ids) };
  },
  async putBack(tx, thing, kept) {
    const ids = idsOf(thing);
    await putWordsBack(tx.db, { of: written[kind], ...ids }, kept);
    await putRevisionsBack(tx.db, ids, kept.revisions);
  },
  async forget(tx, ids) {
    if (kind === "claim") await forgetClaim(tx.db, ids);
  },
});
