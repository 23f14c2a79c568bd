import { z } from "zod";
import { GivenPassword, Proof } from "./account.ts";
import { endpoint } from "./endpoint.ts";
import { Id } from "./ids.ts";

const Place = z.object({ id: Id, slug: z.string(), name: z.string() });

/** What becomes of a person's places when the account goes. */
export const Farewell = z
  .object({
    /** Where one is the only owner among others: to be handed over first. */
    handOver: z.array(Place),
    /** Where one is the only member: they stay as they are, and nobody can join any more. */
    left: z.array(Place),
    /** All other communities that one is a member of. */
    memberOf: z.array(Place),
    /** Nobody else operates this installation, and no address is set for who would. */
    isOnlyOperator: z.boolean(),
  })
  .meta({ id: "Farewell" });
export type Farewell = z.infer<typeof Farewell>;

export const readFarewell = endpoint({
  name: "readFarewell",
  summary: "What would become of one's communities if the account were deleted",
  method: "GET",
  path: "/api/me/farewell",
  access: "self",
  reply: Farewell,
});

/**
 * What one wrote, rated and voted stays, by a "former member" of whom nothing else is known. All
 * that says who it was goes, at once and for good.
 */
export const deleteAccount = endpoint({
  name: "deleteAccount",
  summary: "Delete one's account; what one wrote stays, without a name",
  method: "POST",
  path: "/api/me/deletion",
  access: "self",
  body: z.strictObject({ password: GivenPassword, proof: Proof }),
  // A kept first answer would need the account that has gone.
  repeatable: true,
  limit: { max: 30, perSeconds: 900 },
});

export const exportMyData = endpoint({
  name: "exportMyData",
  summary: "All that is kept about oneself, and all that one wrote",
  method: "GET",
  path: "/api/me/export",
  access: "self",
  download: "A zip archive of JSON files with a README",
  limit: { max: 10, perSeconds: 3_600 },
});

export const leavingEndpoints = [readFarewell, deleteAccount, exportMyData];
