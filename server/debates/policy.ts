import type { DebateRights, MoveRule } from "#shared/contract/debates.ts";
import { type Phase, phases } from "#shared/contract/phases.ts";
import { supportersNeeded } from "#shared/contract/suggestions.ts";
import type { ChangeKind } from "#shared/contract/structure.ts";
import { phasesToAddStatements, phasesToRespond } from "#shared/contract/statements.ts";
import { isMember, isModerator, type Standing } from "../platform/actor.ts";

export interface DebateFacts {
  readonly phase: Phase;
  readonly archivedFrom: Phase | null;
  readonly authorId: string;
}

/** A debate with the members who were named to facilitate it. */
export interface FacilitatedDebate extends DebateFacts {
  readonly facilitatorIds: ReadonlySet<string>;
}

interface Written {
  readonly kind: "position" | "claim" | "evidence";
  readonly authorId: string;
  readonly isWithdrawn: boolean;
  /** More than half of a panel said yes to its words. */
  readonly isByPanel?: boolean;
}

/** One step on, or back where arguing can still help. Archiving can be undone: see `waysFrom`. */
const ways: Record<Phase, readonly Phase[]> = {
  draft: ["framing", "archived"],
  framing: ["deliberation", "archived"],
  deliberation: ["voting", "framing", "archived"],
  voting: ["decided", "deliberation", "archived"],
  decided: ["followup", "deliberation", "archived"],
  followup: ["decided", "archived"],
  archived: [],
};

const isBack = (from: Phase, to: Phase) => phases.indexOf(to) < phases.indexOf(from);

/** Going back, putting away, and ending a debate without a vote are explained to everybody. */
const needsReason = (from: Phase, to: Phase): boolean =>
  isBack(from, to) || to === "decided" || (to === "archived" && from !== "draft");

const phasesForPositions: readonly Phase[] = ["framing", "deliberation"];
const phasesForClaims: readonly Phase[] = ["deliberation"];
/** Claims are weighed while people deliberate, and until the vote is over. */
export const phasesForRatings: readonly Phase[] = ["deliberation", "voting"];
const phasesForOpening: readonly Phase[] = ["framing", "deliberation", "voting"];
const phasesForTheAuthor: readonly Phase[] = ["draft", "framing"];

function isAuthor(standing: Standing, { authorId }: { readonly authorId: string }): boolean {
  return isMember(standing) && standing.participantId === authorId;
}

/** Drafts, and those that were put away as drafts, are nothing that a community knows of. */
export const isPublished = ({ phase, archivedFrom }: DebateFacts): boolean =>
  phase !== "draft" && !(phase === "archived" && archivedFrom === "draft");

/** A draft is seen by its author and by moderators; all else by whoever sees the community. */
export function maySeeDebate(standing: Standing, debate: DebateFacts): boolean {
  return isPublished(debate) || maySteerDebate(standing, debate);
}

/** The author and moderators move a debate from phase to phase, and set the times for it. */
export function maySteerDebate(standing: Standing, debate: DebateFacts): boolean {
  return isModerator(standing) || isAuthor(standing, debate);
}

/** A debate is looked after by moderators and its facilitators: its author, and the members who were named for this one. */
export function mayFacilitate(standing: Standing, debate: FacilitatedDebate): boolean {
  const isNamed = isMember(standing) && debate.facilitatorIds.has(standing.participantId);
  return isNamed || maySteerDebate(standing, debate);
}

/** The author words the question until people argue about it; moderators at any time. */
export function mayEditDebate(standing: Standing, debate: DebateFacts): boolean {
  return (
    isModerator(standing) ||
    (isAuthor(standing, debate) && phasesForTheAuthor.includes(debate.phase))
  );
}

/** Whether its phase takes new positions. */
export const takesPositions = ({ phase }: Pick<DebateFacts, "phase">): boolean =>
  phasesForPositions.includes(phase);

/** Positions are proposed until the vote. */
export function mayAddPosition(standing: Standing, debate: DebateFacts): boolean {
  return isMember(standing) && takesPositions(debate);
}

/** Claims and their evidence are brought while people deliberate. */
export function mayAddClaim(standing: Standing, { phase }: DebateFacts): boolean {
  return isMember(standing) && phasesForClaims.includes(phase);
}

export function mayRate(standing: Standing, { phase }: DebateFacts): boolean {
  return isMember(standing) && phasesForRatings.includes(phase);
}

/** People agree on words from the framing on, and as long as they argue. */
export function mayDefine(standing: Standing, debate: DebateFacts): boolean {
  return mayAddPosition(standing, debate);
}

/** Where any claim stands is for those who facilitate the debate, while people deliberate. */
export function mayArrangeAll(standing: Standing, debate: FacilitatedDebate): boolean {
  return mayAddClaim(standing, debate) && mayFacilitate(standing, debate);
}

/** Authors say where claims of theirs stand, too. */
export function mayArrange(
  standing: Standing,
  debate: FacilitatedDebate,
  claim: { readonly authorId: string },
): boolean {
  return (
    mayArrangeAll(standing, debate) || (mayAddClaim(standing, debate) && isAuthor(standing, claim))
  );
}

/** Changes are taken back by who made them, and by those who curate; claims that were put away by the latter. */
export function mayUndo(
  standing: Standing,
  debate: FacilitatedDebate,
  { kind, actorId }: { readonly kind: ChangeKind; readonly actorId: string },
): boolean {
  if (mayArrangeAll(standing, debate)) return true;
  const isCurators = kind === "archived" || kind === "restored";
  return !isCurators && mayAddClaim(standing, debate) && isAuthor(standing, { authorId: actorId });
}

/**
 * Two members besides the claim's author and who suggests put suggested words in the claim's place. Once people stand
 * in opinion groups, this is where those of one group alone do not suffice.
 */
export function canSettle(supporters: readonly { readonly id: string }[]): boolean {
  return supporters.length >= supportersNeeded;
}

/** Sources are reviewed when claims are rated, by others than those who brought them. */
export function mayReview(
  standing: Standing,
  debate: DebateFacts,
  source: { readonly authorId: string },
): boolean {
  return mayRate(standing, debate) && !isAuthor(standing, source);
}

/** Authors edit and withdraw what is theirs and stands, for as long as such things are written. */
export function mayChange(standing: Standing, debate: DebateFacts, thing: Written): boolean {
  if (thing.isWithdrawn || thing.isByPanel || !isAuthor(standing, thing)) return false;
  return thing.kind === "position"
    ? mayAddPosition(standing, debate)
    : mayAddClaim(standing, debate);
}

/** Where a debate can go from here; from the archive, back to where it was. */
export function waysFrom({ phase, archivedFrom }: DebateFacts): readonly Phase[] {
  if (phase !== "archived") return ways[phase];
  return archivedFrom === null ? [] : [archivedFrom];
}

export interface MoveFacts {
  /** Positions that stand. */
  readonly positions: number;
  readonly openDecisions: number;
  /** Why; null where the clock moves, which has no reasons. */
  readonly reason: string | null;
}

/** The rule that stands in the way of a move; null when the way is free. */
export function obstacleTo(to: Phase, debate: DebateFacts, facts: MoveFacts): MoveRule | null {
  if (!waysFrom(debate).includes(to)) return "no-way";
  if (debate.phase === "voting" && facts.openDecisions > 0) return "decision-open";
  const isChoice = to === "deliberation" || to === "voting";
  if (isChoice && facts.positions < 2) return "two-positions";
  return facts.reason === "" && needsReason(debate.phase, to) ? "reason" : null;
}

/** The clock moves a debate on, never back, and never decides it. */
export function mayScheduleTo(to: Phase, { phase }: DebateFacts): boolean {
  return phase !== "archived" && isBack(to, phase);
}

interface Openness {
  readonly admitsVisitors: boolean;
}

/** Where moderators allow it, who is not signed in responds in public, for as long as members do. */
export function mayRespondAsVisitor(
  standing: Standing,
  { phase, admitsVisitors }: Pick<DebateFacts, "phase"> & Openness,
): boolean {
  return admitsVisitors && isVisitedBy(standing) && phasesToRespond.includes(phase);
}

/** Strangers see what is public. */
export const isVisitedBy = ({ isSignedIn, isPrivate }: Standing): boolean =>
  !isSignedIn && !isPrivate;

/** Whether people without an account may respond is for moderators to say; a private community has none. */
export function mayAdmitVisitors(standing: Standing): boolean {
  return isModerator(standing) && !standing.isPrivate;
}

/** What somebody may do in a debate now. */
export function rightsIn(standing: Standing, debate: DebateFacts & Openness): DebateRights {
  const isSteering = maySteerDebate(standing, debate);
  return {
    edit: mayEditDebate(standing, debate),
    move: isSteering ? [...waysFrom(debate)] : [],
    schedule: isSteering && debate.phase !== "archived",
    addPosition: mayAddPosition(standing, debate),
    addClaim: mayAddClaim(standing, debate),
    addStatement: isMember(standing) && phasesToAddStatements.includes(debate.phase),
    respond: isMember(standing) && phasesToRespond.includes(debate.phase),
    respondAsVisitor: mayRespondAsVisitor(standing, debate),
    admitVisitors: mayAdmitVisitors(standing),
    careForStatements: isSteering && phasesToRespond.includes(debate.phase),
    rate: mayRate(standing, debate),
    openDecision: isSteering && phasesForOpening.includes(debate.phase),
  };
}
