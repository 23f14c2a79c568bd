import { createHash } from "node:crypto";
import type { StatementCounts } from "#shared/contract/statements.ts";

/** A statement that somebody has not responded to. */
export interface Candidate extends StatementCounts {
  readonly id: string;
}

/** Every statement gets this many responses before any gets more. */
const floor = 7;

/**
 * How much a further response to a statement tells: importance x novelty, squared, as Polis weighs it, but that a widely
 * rejected statement is as important as a widely accepted one, and that how extreme a statement is is not
 * known here (taken as 0).
 */
export function priorityOf({ agrees, disagrees, passes }: StatementCounts): number {
  const seen = agrees + disagrees + passes;
  const passing = (passes + 1) / (seen + 2);
  const opinion = (Math.max(agrees, disagrees) + 1) / (seen + 2);
  const novelty = 1 + 8 * 2 ** (-seen / 5);
  return ((1 - passing) * opinion * novelty) ** 2;
}

/** A number in (0, 1), always the same for the same seed and statement. */
function drawOf(seed: string, id: string): number {
  const hash = createHash("sha256").update(`${seed} ${id}`).digest();
  return (hash.readUInt32BE(0) + 0.5) / 2 ** 32;
}

/**
 * The order in which one person meets statements: those with too few responses first, then drawn with a chance
 * in proportion to their priority. Each statement has its own draw by the seed (Efraimidis and Spirakis, Weighted random
 * sampling with a reservoir, 2006), so that the order of the others holds when one is added or answered.
 */
export function orderFor<C extends Candidate>(seed: string, candidates: readonly C[]): C[] {
  const placed = candidates.map((candidate) => ({
    candidate,
    isKnown: candidate.agrees + candidate.disagrees + candidate.passes >= floor,
    wait: -Math.log(drawOf(seed, candidate.id)) / priorityOf(candidate),
  }));
  return placed
    .toSorted((a, b) => Number(a.isKnown) - Number(b.isKnown) || a.wait - b.wait)
    .map(({ candidate }) => candidate);
}
