import { z } from "zod";
import { wholeRoot } from "../voting/fraction.ts";

const SnapshotId = z.uuid();

/** How much each elector's vote counts. Those by tokens name the snapshot of balances that they go by. */
export const Weighting = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("one-person") }),
    z.strictObject({ kind: z.literal("token"), snapshotId: SnapshotId }),
    z.strictObject({ kind: z.literal("square-root"), snapshotId: SnapshotId }),
    z.strictObject({
      kind: z.literal("capped-token"),
      snapshotId: SnapshotId,
      /** the most that one elector's vote weighs, in per cent of what all electors hold */
      percent: z.int().min(1).max(100),
    }),
    z.strictObject({
      kind: z.literal("role"),
      weights: z
        .strictObject({
          owner: z.int().min(0).max(1_000),
          moderator: z.int().min(0).max(1_000),
          member: z.int().min(0).max(1_000),
        })
        .refine(({ owner, moderator, member }) => owner + moderator + member > 0, {
          error: "one of the roles weighs something",
        }),
    }),
  ])
  .meta({ id: "Weighting" });
export type Weighting = z.infer<typeof Weighting>;

/** What an elector's weight can follow from. */
export interface Holder {
  readonly role: "owner" | "moderator" | "member";
  /** in the token's smallest unit */
  readonly tokens: bigint;
}

/** A square root keeps six decimals: it is the whole root of tokens x 10^12. */
const rootScale = 10n ** 12n;
export const rootUnit = 10n ** 6n;

/** The weight of each elector's vote, in the order given, as whole numbers of 1/`weightUnit`. */
export function weigh(weighting: Weighting, holders: readonly Holder[]): bigint[] {
  switch (weighting.kind) {
    case "one-person":
      return holders.map(() => 1n);
    case "token":
      return holders.map(({ tokens }) => tokens);
    case "square-root":
      return holders.map(({ tokens }) => wholeRoot(tokens * rootScale));
    case "capped-token": {
      const total = holders.reduce((sum, { tokens }) => sum + tokens, 0n);
      const most = (total * BigInt(weighting.percent)) / 100n;
      return holders.map(({ tokens }) => (tokens < most ? tokens : most));
    }
    case "role":
      return holders.map(({ role }) => BigInt(weighting.weights[role]));
  }
}

/**
 * How many units of weight are one as people read it: one person, one whole token, or the square root
 * of one of the token's smallest unit.
 */
export function weightUnit({ kind }: Weighting, tokenDecimals: number): bigint {
  if (kind === "square-root") return rootUnit;
  return kind === "token" || kind === "capped-token" ? 10n ** BigInt(tokenDecimals) : 1n;
}
