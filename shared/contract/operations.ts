import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Moment } from "./ids.ts";

/** How an installation does: sums only, nothing of what anybody wrote or of who they are. */
export const Installation = z
  .object({
    counts: z.object({
      accounts: z.int(),
      publicCommunities: z.int(),
      privateCommunities: z.int(),
      debates: z.int(),
      responses: z.int(),
      ballots: z.int(),
    }),
    health: z.object({
      sockets: z.int(),
      jobsWaiting: z.int(),
      /** Jobs that failed as often as they may. */
      jobsFailed: z.int(),
      /** When the oldest event was written that nobody was told of yet. */
      oldestUntoldEvent: Moment.nullable(),
      /** Bytes, as a decimal string. */
      databaseSize: z.string(),
      databaseVersion: z.string(),
      now: Moment,
    }),
  })
  .meta({ id: "Installation" });
export type Installation = z.infer<typeof Installation>;

export const readInstallation = endpoint({
  name: "readInstallation",
  summary: "Counts and health of the installation",
  method: "GET",
  path: "/api/operations",
  access: "operator",
  reply: Installation,
});

export const operationEndpoints = [readInstallation] as const;
