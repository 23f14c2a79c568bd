import { naturalLogarithm } from "../power/logarithm.ts";
import { seen, type Votes } from "./group-votes.ts";
import { metaPriority, priorityOf } from "./priority.ts";

/** A statement that somebody has not responded to. */
export interface Candidate extends Votes {
  readonly id: string;
  /** about who answers, not about the question */
  readonly isMeta?: boolean | undefined;
}

/** How far from the middle of the map agreeing with a statement leads, by its id; 0 for one that is on no map yet. */
export type Extremities = ReadonlyMap<string, number>;

/** Why a statement comes where it comes. */
export interface Routed<C extends Candidate> {
  readonly candidate: C;
  /** it comes before others because too few people have seen it */
  readonly isYoung: boolean;
  readonly extremity: number;
  readonly responses: number;
  readonly priority: number;
  /** the chance that it is the next one */
  readonly chance: number;
}

/** Every statement gets this many responses before any gets more. */
export const earlyResponses = 7;

/** What a further response to a statement tells; wide rejection counts as much as wide agreement. */
export const routingPriority = (
  { agrees, disagrees, passes, isMeta }: Candidate,
  extremity = 0,
): number => (isMeta ? metaPriority : priorityOf({ agrees, disagrees, passes, extremity }, true));

const isYoung = (candidate: Candidate): boolean => seen(candidate) < earlyResponses;

const emptyHash = 0x811c9dc5;

/** The hash of a text (FNV-1a), or of what was hashed before with a text after it. */
function hashOf(text: string, before = emptyHash): number {
  let hash = before;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
}

/** A number in (0, 1) that follows from a hash, mixed as MurmurHash3 ends. */
function drawOf(hashed: number): number {
  let hash = hashed;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) + 0.5) / 2 ** 32;
}

/**
 * The order in which one person meets statements, by their places in the list: those with too few responses first, then
 * drawn with a chance in proportion to their priority. Each statement has its own draw by the seed (Efraimidis and
 * Spirakis, Weighted random sampling with a reservoir, 2006), so that the order of the others holds when one is added
 * or answered.
 */
export function orderFor(
  seed: string,
  candidates: readonly Candidate[],
  extremities: Extremities,
): number[] {
  const seedHash = hashOf(`${seed} `);
  // Figures alone: an object for each of thousands would be garbage as soon as a few are dealt.
  const waits = new Float64Array(candidates.length);
  const young = new Uint8Array(candidates.length);
  for (const [at, candidate] of candidates.entries()) {
    const priority = routingPriority(candidate, extremities.get(candidate.id));
    waits[at] = -naturalLogarithm(drawOf(hashOf(candidate.id, seedHash))) / priority;
    young[at] = Number(isYoung(candidate));
  }
  return [...candidates.keys()].toSorted(
    (a, b) => (young[b] ?? 0) - (young[a] ?? 0) || (waits[a] ?? 0) - (waits[b] ?? 0),
  );
}

/** Why each statement comes when it does for somebody who has responded to none, the most likely next one first. */
export function routingOf<C extends Candidate>(
  candidates: readonly C[],
  extremities: Extremities,
): Routed<C>[] {
  const placed = candidates.map((candidate) => {
    const extremity = extremities.get(candidate.id) ?? 0;
    const priority = routingPriority(candidate, extremity);
    return { candidate, extremity, priority, isYoung: isYoung(candidate) };
  });
  const isAnyYoung = placed.some((one) => one.isYoung);
  const next = placed.filter((one) => one.isYoung === isAnyYoung);
  const all = next.reduce((sum, { priority }) => sum + priority, 0);
  return placed
    .map((one) => ({
      ...one,
      responses: seen(one.candidate),
      chance: one.isYoung === isAnyYoung ? one.priority / all : 0,
    }))
    .toSorted(
      (a, b) =>
        Number(b.isYoung) - Number(a.isYoung) || b.chance - a.chance || b.priority - a.priority,
    );
}
