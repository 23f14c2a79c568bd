import {
  fundingBallots,
  fundingElectors,
  fundingProjects,
  fundingRounds,
} from "#db/schema/funding.ts";
import type { Area } from "./account-areas-store.ts";

const by = "participant";

/** What funding rounds keep of their people. */
export const ofFunding: readonly Area[] = [
  {
    file: "funding/rounds.json",
    about: "funding rounds that you began; what was counted is published there",
    table: fundingRounds,
    of: [fundingRounds.authorId],
    by,
    without: ["ballots", "outcome", "seed"],
  },
  {
    file: "funding/projects.json",
    about: "projects that you proposed to be funded",
    table: fundingProjects,
    of: [fundingProjects.proposerId],
    by,
  },
  {
    file: "funding/electorates.json",
    about: "funding rounds in which you could vote",
    table: fundingElectors,
    of: [fundingElectors.participantId],
    by,
  },
  {
    file: "funding/votes.json",
    about: "your votes in funding rounds; once they are counted, only that you voted",
    table: fundingBallots,
    of: [fundingBallots.voterId],
    by,
  },
];
