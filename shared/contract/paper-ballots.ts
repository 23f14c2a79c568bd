import { z } from "zod";
import { Ballot } from "#shared/voting/index.ts";
import { endpoint, nothing } from "./endpoint.ts";
import { Author, Id, Moment } from "./ids.ts";

/** A vote that somebody cast on paper, as it was entered for them. It counts once a second person has confirmed it. */
export const PaperBallot = z
  .object({
    voter: Author,
    ballot: Ballot,
    enteredBy: Author,
    enteredAt: Moment,
    confirmedBy: Author.nullable(),
    can: z.object({ confirm: z.boolean(), drop: z.boolean() }),
  })
  .meta({ id: "PaperBallot" });
export type PaperBallot = z.infer<typeof PaperBallot>;

const decisionParams = z.object({ communityId: Id, decisionId: Id });
const paperParams = decisionParams.extend({ participantId: Id });
const below = "/api/communities/:communityId/decisions/:decisionId/paper";

export const listPaperBallots = endpoint({
  name: "listPaperBallots",
  summary: "Votes on paper that were entered, and whether they count yet; for those who enter them",
  method: "GET",
  path: below,
  access: "moderator",
  params: decisionParams,
  reply: z.object({ items: z.array(PaperBallot) }),
});

export const enterPaperBallot = endpoint({
  name: "enterPaperBallot",
  summary: "Enter the vote that an elector cast on paper; somebody else has to confirm it",
  method: "PUT",
  path: `${below}/:participantId`,
  access: "moderator",
  params: paperParams,
  body: z.strictObject({ ballot: Ballot }),
  reply: PaperBallot,
});

export const confirmPaperBallot = endpoint({
  name: "confirmPaperBallot",
  summary: "Confirm that a vote was entered as it stands on paper: from then on it counts",
  method: "POST",
  path: `${below}/:participantId/confirm`,
  access: "moderator",
  params: paperParams,
  reply: PaperBallot,
});

export const dropPaperBallot = endpoint({
  name: "dropPaperBallot",
  summary: "Take back a vote on paper that nobody has confirmed",
  method: "DELETE",
  path: `${below}/:participantId`,
  access: "moderator",
  params: paperParams,
  reply: nothing,
});

export const paperBallotEndpoints = [
  listPaperBallots,
  enterPaperBallot,
  confirmPaperBallot,
  dropPaperBallot,
];
