import { z } from "zod";

const day = 86_400_000;

/** Where a jury begins: five seats, eleven where somebody's words or place are taken away. */
export const firstSeats = { usual: 5, grave: 11 } as const;
/** No jury has more seats. */
export const mostSeats = 47;
const fewestSeats = 3;

/** How many seats the jury has that a case is appealed to. */
export const nextSeats = (seats: number): number => Math.min(2 * seats + 1, mostSeats);

/**
 * How many seats are filled: as many as wanted where at least twice as many can be drawn, else the largest odd number
 * of which that is true. Null where that would be fewer than three: then the community decides.
 */
export function seatsFor(wanted: number, eligible: number): number | null {
  const half = Math.floor(eligible / 2);
  if (half >= wanted) return wanted;
  const odd = half % 2 === 1 ? half : half - 1;
  return odd >= fewestSeats ? odd : null;
}

/** How many must vote: two thirds of the seats. */
export const quorumOf = (seats: number): number => Math.ceil((2 * seats) / 3);

/** What a jury can say of an action or of what is asked, the less restrictive first. */
export const choices = ["overturn", "modify", "uphold"] as const;
/** Of a decision, that it stands is what restricts least. */
export const decisionChoices = ["uphold", "modify", "overturn"] as const;
export const Choice = z.enum(choices).meta({ id: "JuryChoice" });
export type Choice = z.infer<typeof Choice>;

export interface Counted {
  readonly choice: Choice;
  readonly counts: Readonly<Record<Choice, number>>;
  readonly seats: number;
  readonly turnout: number;
  readonly quorum: number;
  /** Fewer than two thirds of the seats voted, and so the less restrictive state holds. */
  readonly lacksTurnout: boolean;
}

/**
 * What a jury has found. A restriction holds only as far as more than half of the seats want at least as much of it:
 * who upholds wants what who modifies wants, and more. So the majority's choice holds, and in a tie the less
 * restrictive one. What is restrictive follows from what is judged: of a decision that members took, to overturn it.
 */
export function countVotes(
  votes: readonly Choice[],
  seats: number,
  mildestFirst: readonly [Choice, Choice, Choice] = choices,
): Counted {
  const counts = { overturn: 0, modify: 0, uphold: 0 };
  for (const choice of votes) counts[choice] += 1;
  const turnout = votes.length;
  const quorum = quorumOf(seats);
  const lacksTurnout = turnout < quorum;
  const [mild, middle, strict] = mildestFirst;
  const wants = (least: number) => !lacksTurnout && 2 * least > seats;
  const isMiddle = wants(counts[strict] + counts[middle]);
  const choice = wants(counts[strict]) ? strict : isMiddle ? middle : mild;
  return { choice, counts, seats, turnout, quorum, lacksTurnout };
}

/** What is known of a member when a jury is drawn; times in milliseconds. */
export interface Candidate {
  readonly id: string;
  readonly hasOptedIn: boolean;
  readonly role: "owner" | "moderator" | "member";
  readonly isSuspended: boolean;
  /** A party, a witness, who flagged or acted, who mediated, who judged it before. */
  readonly hasPart: boolean;
  readonly memberSince: number;
  readonly activeAt: number;
  readonly drawnAt: number | null;
}

export interface Moments {
  readonly now: number;
  readonly communitySince: number;
}

export const obstacles = [
  "not-opted-in",
  "moderates",
  "suspended",
  "has-part",
  "new-here",
  "inactive",
] as const;
export const Obstacle = z.enum(obstacles).meta({ id: "JuryObstacle" });
export type Obstacle = z.infer<typeof Obstacle>;

/** For how long one is a member before one can be drawn: 30 days, or half of the community's age. */
export const leastMembership = ({ now, communitySince }: Moments): number =>
  Math.min(30 * day, (now - communitySince) / 2);

/** Why somebody can't be drawn; null where they can. */
export function obstacleFor(candidate: Candidate, moments: Moments): Obstacle | null {
  const { now } = moments;
  if (!candidate.hasOptedIn) return "not-opted-in";
  if (candidate.role !== "member") return "moderates";
  if (candidate.isSuspended) return "suspended";
  if (candidate.hasPart) return "has-part";
  if (now - candidate.memberSince < leastMembership(moments)) return "new-here";
  return now - candidate.activeAt > 90 * day ? "inactive" : null;
}

/** Those among whom a jury of so many is drawn. Who was drawn within 30 days is spared where the others suffice. */
export function eligibleOf<C extends Candidate>(
  candidates: readonly C[],
  moments: Moments,
  wanted: number,
): C[] {
  const can = candidates.filter((candidate) => obstacleFor(candidate, moments) === null);
  const rested = can.filter(({ drawnAt }) => drawnAt === null || moments.now - drawnAt > 30 * day);
  return rested.length >= 2 * wanted ? rested : can;
}
