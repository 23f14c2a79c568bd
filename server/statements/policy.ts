import type { Phase } from "#shared/contract/phases.ts";
import {
  phasesToAddStatements,
  phasesToRespond,
  phasesWithOpenCounts,
} from "#shared/contract/statements.ts";
import { mayRespondAsVisitor } from "../debates/public.ts";
import { isMember, isModerator, type Standing } from "../platform/actor.ts";

interface Counts {
  readonly agrees: number;
  readonly disagrees: number;
  readonly passes: number;
}

interface StatementFacts {
  readonly authorId: string;
  readonly status: string;
  readonly counts: Counts;
  /** People without an account. */
  readonly visitors: Counts;
  readonly mine: number | null;
}

/** What of a debate the rules ask. */
export interface Setting {
  readonly phase: Phase;
  readonly admitsVisitors: boolean;
  readonly countsVisitors: boolean;
}

export const sumOf = ({ agrees, disagrees, passes }: Counts) => agrees + disagrees + passes;

const isOneOf = (phases: readonly Phase[], phase: string) => phases.some((one) => one === phase);

/** While a question is framed and argued, members propose statements. */
export function takesStatements(phase: string): boolean {
  return isOneOf(phasesToAddStatements, phase);
}

/** Members respond until the debate is decided; so does who has no account, where that is allowed. */
export function mayRespond(standing: Standing, debate: Setting, status: string): boolean {
  const isOpen = isMember(standing)
    ? isOneOf(phasesToRespond, debate.phase)
    : mayRespondAsVisitor(standing, debate);
  return status === "shown" && isOpen;
}

/** Hidden statements are seen by moderators, and by their authors. */
export function maySeeStatement(
  standing: Standing,
  statement: Pick<StatementFacts, "authorId" | "status">,
): boolean {
  return (
    statement.status === "shown" ||
    isModerator(standing) ||
    statement.authorId === standing.participantId
  );
}

/** Once the debate is decided, everybody sees how people responded. */
export const hasOpenCounts = (phase: string): boolean => isOneOf(phasesWithOpenCounts, phase);

/** Counts sway: they are seen after one's own response, or once the debate is decided. */
export function maySeeCounts(phase: string, statement: Pick<StatementFacts, "mine">): boolean {
  return statement.mine !== null || hasOpenCounts(phase);
}

/** Authors change or withdraw what is theirs while nobody else has responded to it. */
export function mayChange(standing: Standing, phase: string, statement: StatementFacts): boolean {
  const own = statement.mine === null ? 0 : 1;
  return (
    isMember(standing) &&
    statement.authorId === standing.participantId &&
    takesStatements(phase) &&
    sumOf(statement.counts) + sumOf(statement.visitors) === own
  );
}
