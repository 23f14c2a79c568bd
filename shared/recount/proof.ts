import { z } from "zod";
import { fromBase64 } from "../merkle/bytes.ts";
import type { Checkpoint } from "../merkle/checkpoint.ts";
import { isIncluded } from "../merkle/tree.ts";
import { leafOf } from "./board.ts";
import { type BundleEntry, Signed } from "./bundle.ts";
import { fault, type RecountFault } from "./checks.ts";

export const proofFormat = "folkmoot-ballot-proof";
export const proofVersion = 1;
/** So many ballots are proven at once at most. */
export const mostProven = 2_000;
/** One's own ballot is asked for among at least about so many. */
const crowd = 50;

/** A ballot with its place on the signed list, and the nodes that lead from it to the root, the lowest first. */
const ProvenBallot = z.strictObject({
  index: z.int().min(0),
  path: z.array(z.string().max(44)).max(64),
  entry: z.unknown(),
});

/** Some ballots with the proof that they are on the list that was signed: for whom the whole list is too long. */
export const BallotProof = Signed.extend({
  format: z.literal(proofFormat),
  version: z.literal(proofVersion),
  ballots: z.array(ProvenBallot).min(1).max(mostProven),
});
export type BallotProof = z.infer<typeof BallotProof>;

/** Those whose ballot is not where the proof says. */
export function checkInclusion(
  { ballots }: BallotProof,
  { size, root }: Checkpoint,
): RecountFault[] {
  return ballots.flatMap(({ index, path, entry }) => {
    const proof = path.map(fromBase64);
    const isRight =
      proof.every((node) => node?.length === 32) &&
      isIncluded({
        leaf: leafOf(entry as BundleEntry),
        index,
        size,
        proof: proof.filter((node) => node !== undefined),
        root,
      });
    if (isRight) return [];
    return [fault("not-included", { ballotId: (entry as BundleEntry).ballotId })];
  });
}

/**
 * How the id begins by which somebody asks for their ballot: short enough that as many others begin alike as hide from
 * the server whose it is.
 */
export function beginningOf(ballotId: string, ballotCount: number): string {
  const shared = Math.log(Math.max(ballotCount, 1) / crowd) / Math.log(16);
  return ballotId.slice(0, Math.max(0, Math.floor(shared)));
}
