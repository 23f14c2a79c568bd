import { z } from "zod";
import { Id, Moment } from "./ids.ts";

/** The opinion map whose groups a decision goes by. */
export const GroupRun = z.object({
  runId: Id,
  computedAt: Moment,
  /** The SHA-256 of what went into it. */
  inputHash: z.string(),
  /** The numbers of the groups that are counted. */
  groups: z.array(z.int()),
});
export type GroupRun = z.infer<typeof GroupRun>;

/** How opinion groups voted, as of closing; never fewer than five people in any cell, or in what follows from the cells. */
export const GroupSupport = GroupRun.extend({
  /** Of those who voted, who backs what; or, where votes are secret, of those who may vote, who did. */
  of: z.enum(["votes", "turnout"]),
  rows: z.array(
    z.object({
      groups: z.array(z.int()),
      /** Whether those who are in no group are among them. */
      isRest: z.boolean(),
      voters: z.int(),
      backing: z.array(z.object({ option: z.string(), count: z.int() })),
    }),
  ),
  /** Options of which nothing is told by group. */
  kept: z.array(z.string()),
  /** How far all groups that are told back an option: the product of their shares, their geometric mean, and the least. */
  across: z.array(
    z.object({ option: z.string(), product: z.number(), mean: z.number(), least: z.number() }),
  ),
}).meta({ id: "GroupSupport" });
export type GroupSupport = z.infer<typeof GroupSupport>;
