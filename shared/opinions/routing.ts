import { naturalLogarithm } from "../power/logarithm.ts";
import { seen, type Votes } from "./group-votes.ts";
import { metaPriority, priorityOf } from "./priority.ts";

/** A statement that somebody has not responded to. */
export interface Candidate extends Votes {
  readonly id: string;
  /** how far from the middle of the map agreeing with it leads; 0 where there is no map yet */
  readonly extremity?: number | undefined;
  /** about who answers, not about the question */
  readonly isMeta?: boolean | undefined;
}

/** Why a statement comes where it comes. */
export interface Routed<C extends Candidate> {
  readonly candidate: C;
  /** it comes before others because too few people have seen it */
  readonly isYoung: boolean;
  readonly responses: number;
  readonly priority: number;
  /** the chance that it is the next one */
  readonly chance: number;
}

/** Every statement gets this many responses before any gets more. */
export const earlyResponses = 7;

/** What a further response to a statement tells; wide rejection counts as much as wide agreement. */
export const routingPriority = ({
  agrees,
  disagrees,
  passes,
  extremity = 0,
  isMeta,
}: Candidate): number =>
  isMeta ? metaPriority : priorityOf({ agrees, disagrees, passes, extremity }, true);

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
 * The order in which one person meets statements: those with too few responses first, then drawn with a chance in
 * proportion to their priority. Each statement has its own draw by the seed (Efraimidis and Spirakis, Weighted
 * random sampling with a reservoir, 2006), so that the order of the others holds when one is added or answered.
 */
export function routeFor<C extends Candidate>(seed: string, candidates: readonly C[]): Routed<C>[] {
  const seedHash = hashOf(`${seed} `);
  const placed = candidates.map((candidate) => {
    const [responses, priority] = [seen(candidate), routingPriority(candidate)];
    const wait = -naturalLogarithm(drawOf(hashOf(candidate.id, seedHash))) / priority;
    return { candidate, responses, priority, wait, isYoung: responses < earlyResponses };
  });
  const isAnyYoung = placed.some(({ isYoung }) => isYoung);
  const all = placed
    .filter(({ isYoung }) => isYoung === isAnyYoung)
    .reduce((sum, { priority }) => sum + priority, 0);
  return placed
    .toSorted((a, b) => Number(b.isYoung) - Number(a.isYoung) || a.wait - b.wait)
    .map(({ candidate, responses, priority, isYoung }) => {
      const chance = isYoung === isAnyYoung ? priority / all : 0;
      return { candidate, responses, priority, isYoung, chance };
    });
}
