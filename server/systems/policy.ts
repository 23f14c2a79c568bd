import type { Hand } from "#shared/systems/index.ts";
import { isMember, isModerator, type Standing } from "../platform/actor.ts";
import type { IncidentRow } from "./incident-store.ts";
import type { SystemRow } from "./store.ts";

export const mayRegister = (standing: Standing): boolean => isModerator(standing);

const isSteward = (standing: Standing, { stewardId }: Pick<SystemRow, "stewardId">): boolean =>
  isMember(standing) && standing.participantId === stewardId;

/** A card is changed by who answers for the system, and by moderators. */
export const mayChange = (standing: Standing, system: SystemRow): boolean =>
  isModerator(standing) || isSteward(standing, system);

/** Any member reports what went wrong. */
export const mayReport = (standing: Standing): boolean => isMember(standing);

/** How somebody stands to the incidents of a system. */
export const handOf = (standing: Standing, system: SystemRow): Hand => ({
  isModerator: isModerator(standing),
  isSteward: isSteward(standing, system),
});

export const isReporter = (standing: Standing, { reporterId }: IncidentRow): boolean =>
  isMember(standing) && standing.participantId === reporterId;

/** Whoever asked not to be named in public is known to moderators alone, and not to the steward. */
export const mayKnowReporter = (standing: Standing, incident: IncidentRow): boolean =>
  incident.isNamed || isModerator(standing) || isReporter(standing, incident);

/** Who has a part in an incident says which case is about it. */
export const mayLink = (
  standing: Standing,
  { incident, system }: { readonly incident: IncidentRow; readonly system: SystemRow },
): boolean => mayChange(standing, system) || isReporter(standing, incident);

/** Promises are asked for while it is to be mended. */
export const isToBeMended = ({ state }: IncidentRow): boolean =>
  state === "accepted" || state === "mending";
