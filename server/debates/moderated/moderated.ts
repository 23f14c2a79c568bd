import type { Db } from "#db/client.ts";
import type { Subject } from "#shared/contract/moderated.ts";
import {
  idsOf,
  type Moderated,
  type ModeratedIds,
  type ModeratedKind,
} from "../../platform/moderated.ts";
import { questionWithholding, withholding } from "./withholding.ts";
import {
  claimById,
  claimOfEdge,
  commentById,
  evidenceById,
  positionById,
  questionById,
  targetOf,
} from "./moderated-store.ts";

type Context = { subject: Subject; text: string }[];

interface Row {
  readonly communityId: string;
  readonly debateId: string;
  readonly id: string;
  readonly authorId: string;
  readonly version: number;
  readonly withdrawnAt: Date | null;
  readonly moderation: Moderated["mark"];
}

const argumentsOf = ({ debateId }: Row) => `/d/${debateId}/arguments`;

function thing(
  kind: Subject["kind"],
  row: Row,
  { words, path }: Pick<Moderated, "words" | "path">,
): Moderated {
  const { communityId, debateId, authorId, version, moderation: mark } = row;
  const subject = { kind, id: row.id };
  const isWithdrawn = row.withdrawnAt !== null;
  return { subject, communityId, debateId, authorId, words, version, isWithdrawn, mark, path };
}

/** How far up a moderator is shown what something answers to. */
const deepest = 4;

/** What a claim stands under, the nearest first; at the end the question. */
async function above(db: Db, ids: ModeratedIds, left = deepest): Promise<Context> {
  const target = left > 0 ? await targetOf(db, ids) : undefined;
  if (!target) return [];
  const { communityId } = ids;
  if (target.kind === "position") {
    const position = await positionById(db, { communityId, id: target.id });
    return position ? [{ subject: { kind: "position", id: target.id }, text: position.title }] : [];
  }
  const id =
    target.kind === "claim" ? target.id : await claimOfEdge(db, { communityId, id: target.id });
  return id === undefined ? [] : withAbove(db, { communityId, id }, left - 1);
}

async function withAbove(db: Db, ids: ModeratedIds, left: number): Promise<Context> {
  const claim = await claimById(db, ids);
  if (!claim) return [];
  const subject = { kind: "claim" as const, id: ids.id };
  return [{ subject, text: claim.text }, ...(await above(db, ids, left))];
}

async function question(db: Db, { communityId, debateId }: Moderated): Promise<Context> {
  if (debateId === null) return [];
  const debate = await questionById(db, { communityId, id: debateId });
  return debate ? [{ subject: { kind: "question", id: debateId }, text: debate.question }] : [];
}

const claim: ModeratedKind = {
  async find(db, ids) {
    const row = await claimById(db, ids);
    const path = row && `${argumentsOf(row)}#claim-${row.id}`;
    return row && path ? thing("claim", row, { words: { text: row.text }, path }) : undefined;
  },
  context: async (db, it) => [...(await above(db, idsOf(it))), ...(await question(db, it))],
  withholding: withholding("claim"),
};

const position: ModeratedKind = {
  async find(db, ids) {
    const row = await positionById(db, ids);
    if (!row) return undefined;
    const { title, text } = row;
    const path = `${argumentsOf(row)}#position-${row.id}`;
    return thing("position", row, { words: { title, text }, path });
  },
  context: question,
  withholding: withholding("position"),
};

const comment: ModeratedKind = {
  async find(db, ids) {
    const row = await commentById(db, ids);
    const path = row && `${argumentsOf(row)}#comments-${row.claimId}`;
    return row && path ? thing("comment", row, { words: { text: row.text }, path }) : undefined;
  },
  async context(db, it) {
    const row = await commentById(db, idsOf(it));
    if (!row) return [];
    const { communityId, claimId: id } = row;
    return [...(await withAbove(db, { communityId, id }, deepest)), ...(await question(db, it))];
  },
  withholding: withholding("comment"),
};

const evidence: ModeratedKind = {
  async find(db, ids) {
    const row = await evidenceById(db, ids);
    if (!row) return undefined;
    const { title, url, publisher, quote } = row;
    const path = `${argumentsOf(row)}#claim-${row.claimId}`;
    return thing("evidence", row, { words: { title, url, publisher, quote }, path });
  },
  async context(db, it) {
    const row = await evidenceById(db, idsOf(it));
    if (!row) return [];
    const { communityId, claimId: id } = row;
    return [...(await withAbove(db, { communityId, id }, deepest)), ...(await question(db, it))];
  },
  withholding: withholding("evidence"),
};

/** A debate itself: its question and context can be put out of sight, and what is said in it stays. */
const questions: ModeratedKind = {
  async find(db, ids) {
    const row = await questionById(db, ids);
    if (!row) return undefined;
    const { question: text, context } = row;
    const asRow = { ...row, debateId: row.id, withdrawnAt: null };
    return thing("question", asRow, { words: { text, context }, path: `/d/${row.id}` });
  },
  context: async () => [],
  withholding: questionWithholding,
};

/** What of debates can be flagged and acted on. */
export const moderatedInDebates = { claim, position, comment, evidence, question: questions };
