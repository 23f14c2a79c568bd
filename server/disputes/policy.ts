import type { DisputeKind, DisputeStage, Side } from "#shared/contract/disputes.ts";
import type { Party } from "#shared/lottery/index.ts";
import { isMember, isModerator, type Standing } from "../platform/actor.ts";

/** What rights in a case depend on. */
export interface CaseFacts {
  readonly kind: DisputeKind;
  readonly stage: DisputeStage;
  readonly level: number;
  readonly claimantId: string;
  readonly respondentId: string | null;
  readonly mediatorId: string | null;
  readonly claimantClosed: boolean;
  readonly respondentClosed: boolean;
  readonly appealUntil: Date | null;
}

/** The reader's seat in the jury of a level. */
export interface SeatFacts {
  readonly level: number;
  readonly status: "invited" | "serving" | "declined" | "no-answer" | "did-not-vote";
  readonly commitment: string | null;
  readonly choice: string | null;
}

const isMe = ({ participantId }: Standing, id: string | null) =>
  participantId !== null && participantId === id;

/** How somebody stands in a case; null for who is not in it. */
export function sideOf(standing: Standing, dispute: CaseFacts): Side | null {
  if (!isMember(standing)) return null;
  if (isMe(standing, dispute.claimantId)) return "claimant";
  if (isMe(standing, dispute.respondentId)) return "respondent";
  return isMe(standing, dispute.mediatorId) ? "mediator" : null;
}

/** The two sides of a case. */
export function isParty(standing: Standing, dispute: CaseFacts): boolean {
  const side = sideOf(standing, dispute);
  return side === "claimant" || side === "respondent";
}

/** Jurors, those who are asked to be, and those of earlier levels. */
export const hasSeat = (seats: readonly SeatFacts[]): boolean =>
  seats.some(({ status }) => status === "invited" || status === "serving");

/** What is disputed is everybody's, and was said in public: so is the case. */
export const isOpen = (kind: DisputeKind): boolean => kind === "decision" || kind === "commitment";

/** Words and names of a case are for its sides, its mediator, its jurors, and those who moderate. */
export function mayReadAll(
  standing: Standing,
  dispute: CaseFacts,
  seats: readonly SeatFacts[],
): boolean {
  if (isOpen(dispute.kind)) return true;
  return sideOf(standing, dispute) !== null || isModerator(standing) || hasSeat(seats);
}

const judging: readonly DisputeStage[] = ["summoning", "deliberation", "voting", "revealing"];

/** What an action keeps out of sight is read by its two sides, those who moderate, and who has a seat while it is judged. */
export function mayReadContent(
  standing: Standing,
  dispute: CaseFacts,
  seats: readonly SeatFacts[],
): boolean {
  if (dispute.kind !== "action" || !isMember(standing)) return false;
  const isJuror = judging.includes(dispute.stage) && isSummoned(dispute, seats, "serving");
  return isParty(standing, dispute) || isModerator(standing) || isJuror;
}

/** What was said in mediation stays between the sides and their mediator. */
export const mayReadMediation = (standing: Standing, dispute: CaseFacts): boolean =>
  sideOf(standing, dispute) !== null;

const beforeVotesAreTold: readonly DisputeStage[] = [
  "mediation",
  "statements",
  "drawing",
  "summoning",
  "deliberation",
  "voting",
];

/** Whoever brought a case withdraws it, until votes are told. */
export function mayWithdraw(standing: Standing, dispute: CaseFacts): boolean {
  return (
    sideOf(standing, dispute) === "claimant" &&
    dispute.level === 1 &&
    beforeVotesAreTold.includes(dispute.stage)
  );
}

/** The two sides of a conflict agree on who mediates. */
export function mayProposeMediator(standing: Standing, dispute: CaseFacts): boolean {
  return dispute.stage === "mediation" && isParty(standing, dispute) && dispute.mediatorId === null;
}

const hasClosed = (standing: Standing, dispute: CaseFacts): boolean =>
  sideOf(standing, dispute) === "claimant" ? dispute.claimantClosed : dispute.respondentClosed;

export function mayCloseMediation(standing: Standing, dispute: CaseFacts): boolean {
  return (
    dispute.stage === "mediation" && isParty(standing, dispute) && !hasClosed(standing, dispute)
  );
}

/** Both sides speak until the jury votes, the mediator while there is mediation. */
export function mayState(standing: Standing, dispute: CaseFacts): boolean {
  if (dispute.stage === "mediation") return sideOf(standing, dispute) !== null;
  return dispute.stage === "statements" && isParty(standing, dispute);
}

export function mayCloseStatements(standing: Standing, dispute: CaseFacts): boolean {
  return (
    dispute.stage === "statements" && isParty(standing, dispute) && !hasClosed(standing, dispute)
  );
}

interface Thrown {
  /** Everybody who has a part in the case; only asked about those who moderate. */
  readonly parts: ReadonlySet<string>;
  /** What was committed to at this level by now. */
  readonly nonces: readonly { readonly party: Party; readonly participantId: string | null }[];
}

/** As what somebody throws a nonce into the draw: each side, and the first moderator who has no part in the case. */
export function partyOf(
  standing: Standing,
  dispute: CaseFacts,
  { parts, nonces }: Thrown,
): Party | null {
  if (!isMember(standing)) return null;
  const side = sideOf(standing, dispute);
  if (side === "claimant" || side === "respondent") return side;
  const first = nonces.find(({ party }) => party === "moderator");
  const mayThrow = first ? isMe(standing, first.participantId) : !parts.has(standing.participantId);
  return isModerator(standing) && mayThrow ? "moderator" : null;
}

const isSummoned = (dispute: CaseFacts, seats: readonly SeatFacts[], status: SeatFacts["status"]) =>
  seats.some((seat) => seat.level === dispute.level && seat.status === status);

const summoning: readonly DisputeStage[] = ["summoning", "voting"];

/** Whoever was drawn takes the seat or declines; once a seat is taken it is kept. */
export function mayAnswerSummons(dispute: CaseFacts, seats: readonly SeatFacts[]): boolean {
  return summoning.includes(dispute.stage) && isSummoned(dispute, seats, "invited");
}

/** Jurors who have taken their seats ask and talk until they vote. */
export function mayDeliberate(dispute: CaseFacts, seats: readonly SeatFacts[]): boolean {
  const { stage } = dispute;
  const isTime = stage === "summoning" || stage === "deliberation" || stage === "voting";
  return isTime && isSummoned(dispute, seats, "serving");
}

/** Questions are asked while the sides can answer. */
export function mayAsk(
  dispute: CaseFacts,
  seats: readonly SeatFacts[],
  hasAsked: boolean,
): boolean {
  const { stage } = dispute;
  const isTime = stage === "summoning" || stage === "deliberation";
  return isTime && !hasAsked && isSummoned(dispute, seats, "serving");
}

/** A side answers what was put to it, before votes are told. */
export function mayAnswerQuestion(
  standing: Standing,
  dispute: CaseFacts,
  to: "claimant" | "respondent" | "both",
): boolean {
  const side = sideOf(standing, dispute);
  const isTime: boolean = ["summoning", "deliberation", "voting"].includes(dispute.stage);
  return isTime && isParty(standing, dispute) && (to === "both" || to === side);
}

export function mayCommitVote(dispute: CaseFacts, seats: readonly SeatFacts[]): boolean {
  const isTime = dispute.stage === "deliberation" || dispute.stage === "voting";
  return isTime && isSummoned(dispute, seats, "serving");
}

/** Whoever committed tells the vote, once. */
export function mayTellVote(dispute: CaseFacts, seats: readonly SeatFacts[]): boolean {
  return (
    dispute.stage === "revealing" &&
    seats.some(
      ({ level, status, commitment, choice }) =>
        level === dispute.level && status === "serving" && commitment !== null && choice === null,
    )
  );
}

/** A ruling of a first jury is appealed by either side, in time. */
export function mayAppealRuling(standing: Standing, dispute: CaseFacts, now: Date): boolean {
  return (
    dispute.stage === "ruled" &&
    dispute.level === 1 &&
    isParty(standing, dispute) &&
    dispute.appealUntil !== null &&
    now < dispute.appealUntil
  );
}

/** After the last jury, members can ask that the community decides, in time. */
export function maySign(standing: Standing, dispute: CaseFacts, now: Date): boolean {
  return isMember(standing) && canBeSigned(dispute, now);
}

export function canBeSigned(dispute: CaseFacts, now: Date): boolean {
  const { stage, level, appealUntil } = dispute;
  return stage === "ruled" && level > 1 && appealUntil !== null && now < appealUntil;
}

/** The jury's own thread is for its jurors until the ruling is published, and then for everybody. */
export function mayReadThread(
  seats: readonly SeatFacts[],
  { level, isRuled }: { readonly level: number; readonly isRuled: boolean },
): boolean {
  return isRuled || seats.some((seat) => seat.level === level && seat.status === "serving");
}

/** Whoever can mediate is a member who has no part in the case. */
export function mayMediate(
  participantId: string,
  { claimantId, respondentId }: CaseFacts,
): boolean {
  return participantId !== claimantId && participantId !== respondentId;
}
