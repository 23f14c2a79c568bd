import type {
  DecisionResult,
  DecisionStatus,
  Secrecy,
  TieBreakRule,
} from "#shared/contract/decisions.ts";
import type { Phase } from "#shared/contract/phases.ts";
import { isMember, isModerator, type Standing } from "../platform/actor.ts";

interface DebateFacts {
  readonly authorId: string;
  readonly phase: string;
}

interface DecisionFacts {
  readonly status: DecisionStatus;
  readonly secrecy: Secrecy;
  readonly authorId: string;
}

interface TieFacts {
  readonly tieBreak: TieBreakRule;
  readonly result: DecisionResult | null;
}

/** Whether a count has led to something. */
export const hasDecided = (result: DecisionResult | null) => result?.outcome.result === "passed";

const beforeDecided: readonly string[] = [
  "framing",
  "deliberation",
  "voting",
] satisfies readonly Phase[];

/** The author of a debate and moderators bring it to a decision. */
export function mayBringToDecision(standing: Standing, debate: DebateFacts): boolean {
  return (
    isModerator(standing) || (isMember(standing) && debate.authorId === standing.participantId)
  );
}

/** A decision is made on a debate that is being framed, argued or voted on. */
export function isTimeToDecide(debate: DebateFacts): boolean {
  return beforeDecided.includes(debate.phase);
}

/** A runoff may come when its debate has moved on, but not once what was decided is followed up. */
export function isTimeForRunoff(debate: DebateFacts): boolean {
  return isTimeToDecide(debate) || debate.phase === "decided";
}

/** Rules change only before opening, by who set them up or by moderators. */
export function mayChange(standing: Standing, decision: DecisionFacts): boolean {
  return decision.status === "scheduled" && maySteer(standing, decision);
}

/**
 * Once opened, a decision can only be annulled, in public, by moderators; not what settles a dispute, in which they can
 * be a side: without that vote the less restrictive state would hold.
 */
export function mayAnnul(
  standing: Standing,
  { status }: DecisionFacts,
  settlesDispute: boolean,
): boolean {
  return isModerator(standing) && !settlesDispute && (status === "open" || status === "closed");
}

/** The outcome is put in words once votes are counted, and not while the decision is suspended. */
export function mayWriteOutcome(
  standing: Standing,
  decision: DecisionFacts & { readonly suspendedFor: string | null },
): boolean {
  const { status, suspendedFor } = decision;
  return status === "closed" && suspendedFor === null && maySteer(standing, decision);
}

/** A tie that the rules leave to the chair is settled by moderators, once. */
export function maySettleTie(standing: Standing, decision: DecisionFacts & TieFacts): boolean {
  const { status, tieBreak, result } = decision;
  return (
    isModerator(standing) &&
    status === "closed" &&
    tieBreak === "chair" &&
    result?.outcome.result === "tied"
  );
}

/** Where the rules take votes on paper, moderators enter them while voting goes on. */
export function mayEnterPaper(
  standing: Standing,
  { status, takesPaper }: { status: DecisionStatus; takesPaper: boolean },
): boolean {
  return isModerator(standing) && status === "open" && takesPaper;
}

/** Two people look at each paper, and nobody at their own. */
export function mayConfirmPaper(
  standing: Standing,
  { enteredById, voterId }: { enteredById: string; voterId: string },
): boolean {
  const { participantId } = standing;
  return isModerator(standing) && participantId !== enteredById && participantId !== voterId;
}

/** Where nothing was decided between positions, those who steer can put some of them to another vote. */
export function mayHoldRunoff(
  standing: Standing,
  decision: DecisionFacts & TieFacts & { subjectPositionId: string | null; method: string },
): boolean {
  const { status, result, subjectPositionId, method } = decision;
  const isOfPositions = subjectPositionId === null && method !== "time-poll";
  return (
    status === "closed" && isOfPositions && !hasDecided(result) && maySteer(standing, decision)
  );
}

/** Names beside votes: at any time where the vote is public, never where it is secret, else once it has closed. */
export function mayReadBallots({ status, secrecy }: DecisionFacts): boolean {
  if (secrecy === "secret") return false;
  if (status === "closed") return true;
  return secrecy === "public" && (status === "open" || status === "counting");
}

/** The reasons of secret votes are read once it has closed, without names. */
export function mayReadReasons({ status, secrecy }: DecisionFacts): boolean {
  return secrecy === "secret" && status === "closed";
}

/** Whoever may read a decision may count it again, once it was counted and signed. */
export function mayRecount({ checkpoint }: { readonly checkpoint: string | null }): boolean {
  return checkpoint !== null;
}

/** Electors vote while it is open; in time or not is for the database's clock to say. */
export function mayVote(isElector: boolean, { status }: DecisionFacts): boolean {
  return isElector && status === "open";
}

function maySteer(standing: Standing, { authorId }: DecisionFacts): boolean {
  return isModerator(standing) || (isMember(standing) && authorId === standing.participantId);
}
