import { z } from "zod";
import { absences } from "./draw.ts";
import { Randomness } from "./randomness.ts";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

export const PoolEntry = z.strictObject({
  pseudonym: Hash,
  tenure: z.enum(["earlier", "later"]),
  group: z.string().max(64).nullable(),
});

/** Everything with which anybody can draw a jury again. */
export const DrawDocument = z
  .object({
    format: z.literal("folkmoot-draw-1"),
    communityId: z.uuid(),
    disputeId: z.uuid(),
    /** 1 for the first jury of a case, 2 for the one that it was appealed to. */
    level: z.int().min(1).max(10),
    /** How many seats the rules ask for. */
    wanted: z.int().min(1).max(101),
    /** How many are filled, as there must be twice as many who can be drawn. */
    seats: z.int().min(1).max(101),
    /** Those who could be drawn, by pseudonyms, in the order of these. */
    pool: z.array(PoolEntry).max(100_000),
    /** Entered in the public record before the randomness was known. */
    poolHash: Hash,
    frozenAt: z.iso.datetime(),
    randomness: Randomness,
    /** null until the randomness is known */
    seed: Hash.nullable(),
    seated: z.array(Hash),
    reserve: z.array(Hash),
    /** Who of those did not sit, in the order of time, and who came instead. */
    replacements: z
      .array(z.object({ out: Hash, why: z.enum(absences), successor: Hash.nullable() }))
      .max(2_000),
    /** Whom pseudonyms stood for: those who ruled, once the ruling is published. */
    opened: z.array(
      z.object({ pseudonym: Hash, memberId: z.uuid(), salt: z.string().min(16).max(128) }),
    ),
  })
  .meta({ id: "DrawDocument" });
export type DrawDocument = z.infer<typeof DrawDocument>;
