import { z } from "zod";
import type { Matrix } from "./defeats.ts";
import { step } from "./explanation.ts";
import { leadsTo, lockCautiously, lockInAnyOrder, lockInTurn, winsInOrder } from "./locking.ts";
import type { PairOrder, Reach, Win } from "./locking.ts";
import { votingMethod, type TieBreak } from "./method.ts";
import { explainByPairs, pairStepCodes, tallyByPairs } from "./pair-tally.ts";
import { checkRanking, Ranking, Unranked } from "./ranked-ballot.ts";
import { rankByBeats } from "./schulze-paths.ts";
import { inDrawnOrder } from "./standing.ts";
import type { Tie } from "./tally.ts";

const Ballot = z.strictObject({ method: z.literal("ranked-pairs"), ranking: Ranking });
const Settings = z.strictObject({
  method: z.literal("ranked-pairs"),
  unranked: Unranked.default("last"),
  strength: z.enum(["winning", "margin"]).default("winning"),
});

/** Results followed at most, where equally strong wins can be locked in in several orders. */
const mostResults = 2000;
/** What may be tried in all to find them, as `Effort` counts: about a second. */
const mostEffort = 2_000_000;

interface Locked {
  /** what is locked in, in each result that some order of equally strong wins leads to */
  readonly results: readonly Reach[];
  /** the same with those wins left out that are on a circle of equally strong ones */
  readonly cautious: Reach;
  readonly isExact: boolean;
}

function lockAll(preferred: Matrix, order: PairOrder): Locked {
  const groups = winsInOrder(preferred, order);
  const options = preferred.length;
  const nothing: Reach = preferred.map(() => 0n);
  // A win that is as strong as no other has one order to come in.
  const isAlone = (wins: readonly Win[]) => wins.length === 1;
  const cautious = groups.reduce(
    (reach, wins) => (isAlone(wins) ? lockInTurn(reach, wins) : lockCautiously(reach, wins)),
    nothing,
  );
  const unfollowed: Locked = { results: [cautious], cautious, isExact: false };
  const effort = { left: mostEffort };
  let results: Reach[] = [nothing];
  for (const wins of groups) {
    if (isAlone(wins)) {
      if (results.length > 1) effort.left -= results.length * options;
      if (effort.left < 0) return unfollowed;
      results = results.map((reach) => lockInTurn(reach, wins));
      continue;
    }
    const next = new Map<string, Reach>();
    for (const reach of results) {
      const after = lockInAnyOrder(reach, wins, effort);
      if (!after || next.size > mostResults) return unfollowed;
      for (const one of after) next.set(one.join(), one);
    }
    results = [...next.values()];
  }
  return { results, cautious, isExact: true };
}

/** Those to whom nothing locked in leads. */
function unbeaten(options: readonly string[], reach: Reach): string[] {
  return options.filter((_, one) => !options.some((__, other) => leadsTo(reach, other, one)));
}

/**
 * Equally strong wins in the order of a draw: first those over whoever comes last in it, then those
 * of whoever comes first (Zavist and Tideman, "Complete independence of clones in the ranked pairs
 * rule", Social Choice and Welfare 6, 1989).
 */
function drawnOrder(options: readonly string[], drawn: readonly string[], wins: readonly Win[]) {
  const turn = (place: number) => drawn.indexOf(options[place] ?? "");
  return wins.toSorted(
    (one, other) => turn(other.loser) - turn(one.loser) || turn(one.winner) - turn(other.winner),
  );
}

interface Question {
  readonly options: readonly string[];
  readonly preferred: Matrix;
  readonly order: PairOrder;
  readonly tieBreak: TieBreak | undefined;
}

function decide({ options, preferred, order, tieBreak }: Question) {
  const { results, cautious, isExact } = lockAll(preferred, order);
  const possible = new Set(results.flatMap((reach) => unbeaten(options, reach)));
  const between = options.filter((option) => possible.has(option));
  const drawn = inDrawnOrder(options, tieBreak);
  let winners = between;
  if (between.length > 1 && drawn) {
    const groups = winsInOrder(preferred, order).map((wins) => drawnOrder(options, drawn, wins));
    const reach = groups.reduce(lockInTurn, preferred.map(() => 0n) as Reach);
    const best = unbeaten(options, reach);
    winners = drawn.filter((option) => best.includes(option)).slice(0, 1);
  }
  const rule = drawn && tieBreak ? tieBreak.rule : "none";
  const tie: Tie | null = between.length > 1 ? { between, places: 1, rule, isExact } : null;
  const beats = options.map((_, one) => options.map((__, other) => leadsTo(cautious, one, other)));
  const rest = rankByBeats(options, beats)
    .map((group) => group.filter((option) => !winners.includes(option)))
    .filter((group) => group.length > 0);
  const scores = beats.map((row) => BigInt(row.filter(Boolean).length));
  return { scores, ranking: [winners, ...rest], winners, tie };
}

/**
 * Ranked pairs: the strongest win is locked in first, then the next, but none that contradicts what
 * is locked in; whoever then is above all others wins (Tideman, "Independence of clones as a criterion
 * for voting rules", Social Choice and Welfare 4, 1987). Wins are as strong as the votes for them, and
 * of the same strength the one with fewer votes against it comes first. Where wins are level in that
 * too, everybody who wins in some order is told.
 */
export const rankedPairs = votingMethod({
  id: "ranked-pairs",
  name: "Ranked pairs",
  ballotKind: "ranking",
  ballot: Ballot,
  settings: Settings,
  stepCodes: [...pairStepCodes, "locked-above-all"] as const,
  places: () => 1,
  validate: ({ ranking }, { options }) => checkRanking(ranking, { options, allowsTies: true }),
  count: (input) =>
    tallyByPairs(input, ({ preferred }) => {
      const { options, tieBreak, settings } = input;
      const found = decide({ options, preferred, order: settings.strength, tieBreak });
      return { method: "ranked-pairs", measure: "rivals-beaten", denominator: 1, ...found };
    }),
  explain: (tally) =>
    explainByPairs(tally, (winner) => [
      step("locked-above-all", { options: { winner: [winner] } }),
    ]),
});
