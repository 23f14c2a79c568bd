import { type FacilitatedDebate, mayFacilitate } from "../debates/public.ts";
import { isMember, isModerator, type Standing } from "../platform/actor.ts";
import type { CommitmentRow } from "./store.ts";

/** A commitment with what rights in it depend on. */
export interface Place {
  readonly commitment: CommitmentRow;
  readonly parent: CommitmentRow | undefined;
  /** The debate that it comes from, with those who look after it; null where it comes from none. */
  readonly debate: FacilitatedDebate | null;
  /** Whether its owner is a member still. */
  readonly hasOwner: boolean;
  /** Whether its progress is that of parts. */
  readonly hasParts: boolean;
}

/** Commitments are proposed and reviewed by those who look after the debate; without one, by moderators. */
export function mayCare(standing: Standing, debate: FacilitatedDebate | null): boolean {
  return debate === null ? isModerator(standing) : mayFacilitate(standing, debate);
}

export function isOwner(standing: Standing, { ownerId }: CommitmentRow): boolean {
  return isMember(standing) && standing.participantId === ownerId;
}

/** What is over as a whole is over in its parts. */
const isOver = ({ commitment, parent }: Place): boolean =>
  [commitment, parent].some((one) => one && (one.withdrawnAt !== null || one.review !== null));

/** The words of a promise stand; they change before there is one, and where whoever made it is gone. */
export const canChange = (place: Place): boolean =>
  !isOver(place) && (place.commitment.answer !== "accepted" || !place.hasOwner);

/** What is promised already can get parts too: each is promised by whoever is asked for it. */
export const canAddPart = (place: Place): boolean => !isOver(place) && place.parent === undefined;

export const canWithdraw = (place: Place): boolean =>
  !isOver(place) && place.commitment.answer !== "accepted";

export const canAnswer = (place: Place): boolean =>
  !isOver(place) && place.commitment.answer === null;

export const canReport = (place: Place): boolean =>
  !isOver(place) && place.commitment.answer === "accepted" && !place.hasParts;

export const canReview = (place: Place): boolean =>
  !isOver(place) && place.commitment.answer === "accepted" && place.parent === undefined;

/** Nobody reviews a promise of their own. */
export const mayReview = (standing: Standing, { commitment, debate }: Place): boolean =>
  mayCare(standing, debate) && !isOwner(standing, commitment);

/** A debate that was decided can be taken up again. */
export const canReopen = ({ debate }: Place): boolean =>
  debate !== null && (debate.phase === "decided" || debate.phase === "followup");
