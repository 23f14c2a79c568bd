import { z } from "zod";

const most = 1_000_000;

/** A share of a whole, above 0 and at most 1, as an exact fraction. */
export const Share = z
  .strictObject({ num: z.int().min(1).max(most), den: z.int().min(1).max(most) })
  .refine(({ num, den }) => num <= den, { error: "at most the whole", path: ["num"] });
export type Share = z.infer<typeof Share>;

/** How much support a winner needs; of what is the method's matter (`Tally.basis`). */
export const Threshold = z.discriminatedUnion("kind", [
  /** more than 1/2 */
  z.strictObject({ kind: z.literal("simple-majority") }),
  /** at least 2/3 */
  z.strictObject({ kind: z.literal("two-thirds") }),
  /** at least this share */
  z.strictObject({ kind: z.literal("share"), share: Share }),
]);
export type Threshold = z.infer<typeof Threshold>;

/** Whether `votes` of `of` is enough. Nothing of nothing is not. */
export function isEnough(threshold: Threshold, votes: bigint, of: bigint): boolean {
  if (of === 0n) return false;
  switch (threshold.kind) {
    case "simple-majority":
      return votes * 2n > of;
    case "two-thirds":
      return votes * 3n >= of * 2n;
    case "share":
      return votes * BigInt(threshold.share.den) >= of * BigInt(threshold.share.num);
  }
}
