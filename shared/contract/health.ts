import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { communityParams } from "./ids.ts";

/* How a community fares over time: each measure quarter by quarter, and null where too few are there to tell it. */

const Told = z.number().nullable();

export const HealthPeriod = z
  .object({
    /** The first day of the quarter, in UTC. */
    from: z.iso.date(),
    /** Votes cast in decisions that closed, of all that could be, in whole per cent. */
    turnout: Told,
    /** How many wrote for the first time, and how many who had written before. */
    newVoices: Told,
    returningVoices: Told,
    /** Which share of all that was written the tenth wrote who wrote most, in whole per cent by characters. */
    topTenth: Told,
    /** The mean of the Gini coefficients of power in decisions that closed: 0 is equal. */
    concentration: Told,
    /** How many people asked the questions of debates. */
    agendaSetters: Told,
    /** The median from a debate's question to its first decision that closed, in days. */
    daysToDecision: Told,
    /** Of appeals against moderators on which juries ruled, which changed something, in whole per cent. */
    appealsOverturned: Told,
    /** Of promises that were due, which were kept, late or not, in whole per cent. */
    promisesKept: Told,
  })
  .meta({ id: "HealthPeriod" });

export const readHealth = endpoint({
  name: "readHealth",
  summary:
    "How the community fares over time, in the last twelve quarters; never told of few people",
  method: "GET",
  path: "/api/communities/:communityId/health",
  access: "public",
  params: communityParams,
  reply: z.object({ periods: z.array(HealthPeriod) }),
  limit: { max: 60, perSeconds: 60 },
});

export const healthEndpoints = [readHealth];
