import type { FundingProject, FundingRound } from "#shared/contract/funding.ts";
import type { Standing } from "../platform/actor.ts";
import type { BundledProject } from "#shared/funding/bundle.ts";
import type { ListedProject, ListedRound, ProjectRow } from "./store.ts";

/** A project as the record of a round names it. */
export const bundled = ({ id, title, titleHash, cost, least }: ProjectRow): BundledProject => ({
  id,
  title,
  ...(titleHash !== null && { titleHash }),
  cost,
  least,
});

const momentOf = (date: Date | null) => date?.toISOString() ?? null;

export function roundView({ round, ...counts }: ListedRound): FundingRound {
  const { authorId: _, createdAt: __, ballotsHash: ___, communityId: ____, ...shown } = round;
  return {
    ...shown,
    ...counts,
    opensAt: momentOf(round.opensAt),
    closesAt: round.closesAt.toISOString(),
    openedAt: momentOf(round.openedAt),
    closedAt: momentOf(round.closedAt),
  };
}

export function projectView(
  { project, proposer }: ListedProject,
  reader: Standing,
): FundingProject {
  const { id, title, summary, team, openness, cost, least, milestones, version } = project;
  const isMine = reader.participantId === project.proposerId;
  const said = { id, title, summary, team, openness, cost, least, version };
  const { moderation } = project;
  return {
    ...said,
    milestones: [...milestones],
    proposer,
    isMine,
    ...(moderation && { moderation }),
  };
}
