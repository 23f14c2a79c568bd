import { z } from "zod";

/**
 * Ids are UUIDs (version 7 where a time in them does no harm), in lower case however they came in:
 * they are compared as text, and rooms are named by them.
 */
export const Id = z.uuid().toLowerCase();
export type Id = z.infer<typeof Id>;

/** A community's or debate's place in paths. */
export const communityParams = z.object({ communityId: Id });
export const debateParams = z.object({ communityId: Id, debateId: Id });

/** A moment, as ISO 8601 in UTC. Before the year 1 there are none. */
export const Moment = z.iso.datetime().refine((text) => !text.startsWith("0000"), "no such year");

/** The name under which a person speaks in a community; of a `former` member there is none any more. */
export const Author = z
  .object({
    id: Id,
    name: z.string(),
    kind: z.enum(["member", "former", "visitor", "imported", "paper"]),
  })
  .meta({ id: "Author" });
export type Author = z.infer<typeof Author>;

/** Which state of a thing an edit was made from; another state meanwhile is a conflict. */
export const Version = z.int().min(1);
