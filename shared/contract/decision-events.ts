import { z } from "zod";
import { DecisionStatus } from "./decisions.ts";
import { debateRoom, event } from "./event.ts";
import { Id } from "./ids.ts";

const ids = { communityId: Id, debateId: Id, decisionId: Id };

/** A decision was made, changed, opened, closed, cancelled or annulled; readers fetch it under their own rights. */
export const decisionChanged = event({
  name: "decision.changed",
  payload: z.object({ ...ids, status: DecisionStatus }),
  room: debateRoom,
});

/** How far the count of many ballots is: how many have been read; nothing of what they say. */
export const countProgressed = event({
  name: "decision.counting",
  folded: true,
  payload: z.object({ ...ids, counted: z.int(), of: z.int() }),
  room: debateRoom,
});

/** How many have voted by now; never what. */
export const ballotsCounted = event({
  name: "ballots.counted",
  folded: true,
  payload: z.object({ ...ids, ballotCount: z.int() }),
  room: debateRoom,
});

export const decisionEvents = [decisionChanged, countProgressed, ballotsCounted];
