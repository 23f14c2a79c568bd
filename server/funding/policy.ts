import type { FundingPhase } from "#shared/contract/funding.ts";
import { isMember, isModerator, type Standing } from "../platform/actor.ts";

interface RoundFacts {
  readonly phase: FundingPhase;
}

/** Owners and moderators begin rounds. */
export const mayBegin = (standing: Standing): boolean => isModerator(standing);

/** What a round is to be changes until voting opens. */
export const maySteer = (standing: Standing, { phase }: RoundFacts): boolean =>
  isModerator(standing) && phase === "proposals";

/** Any member proposes projects until voting opens. */
export const mayPropose = (standing: Standing, { phase }: RoundFacts): boolean =>
  isMember(standing) && phase === "proposals";

/** A project is changed by who proposed it. */
export const mayEdit = (standing: Standing, { proposerId }: { readonly proposerId: string }) =>
  isMember(standing) && standing.participantId === proposerId;

/** And taken back by them, or by moderators. */
export const mayTakeBack = (standing: Standing, project: { readonly proposerId: string }) =>
  mayEdit(standing, project) || isModerator(standing);

/** What was voted is told once it is counted. */
export const isCounted = ({ phase }: RoundFacts): boolean => phase === "closed";
