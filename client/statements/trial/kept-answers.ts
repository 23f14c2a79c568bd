import type { ResponseValue } from "#shared/contract/statements.ts";
import { keptHere } from "../../lib/kept-here.ts";

/** What somebody answered before they were a member: in this browser alone, until they send it or forget it. */
export interface KeptAnswer {
  readonly communityId: string;
  readonly debateId: string;
  readonly statementId: string;
  readonly value: ResponseValue;
}

/** More than a few tries are no trial any more. */
const mostKept = 20;

const isText = (value: unknown): value is string => typeof value === "string";

/** Only what could be sent is read back. */
function answerOf(stored: unknown): KeptAnswer[] {
  if (typeof stored !== "object" || stored === null) return [];
  const { communityId, debateId, statementId, value } = stored as Record<string, unknown>;
  if (!isText(communityId) || !isText(debateId) || !isText(statementId)) return [];
  if (value !== 1 && value !== 0 && value !== -1) return [];
  return [{ communityId, debateId, statementId, value }];
}

export const parseAnswers = (stored: unknown): readonly KeptAnswer[] =>
  Array.isArray(stored) ? stored.flatMap(answerOf).slice(0, mostKept) : [];

/** The last answer to a statement takes the place of the one before. */
export function withAnswer(
  answers: readonly KeptAnswer[],
  answer: KeptAnswer,
): readonly KeptAnswer[] {
  return [answer, ...withoutAnswer(answers, answer.statementId)].slice(0, mostKept);
}

export function withoutAnswer(
  answers: readonly KeptAnswer[],
  statementId: string,
): readonly KeptAnswer[] {
  return answers.filter((kept) => kept.statementId !== statementId);
}

const kept = keptHere("unsent-answers", parseAnswers);

export const useKeptAnswers = kept.use;
export const keepAnswer = (answer: KeptAnswer) => kept.write(withAnswer(kept.read(), answer));
export const forgetAnswer = (statementId: string) =>
  kept.write(withoutAnswer(kept.read(), statementId));
