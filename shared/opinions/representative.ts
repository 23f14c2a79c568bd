import { normalBelow } from "../power/normal.ts";
import { seen, type Votes } from "./group-votes.ts";
import {
  leaning,
  oneProportion,
  type Proportion,
  sure90,
  twoProportions,
} from "./proportion-tests.ts";

export const sides = ["agree", "disagree"] as const;
export type Side = (typeof sides)[number];

/** How typical it is of a group to take a side on a statement. */
export interface Typical {
  readonly statement: number;
  readonly side: Side;
  readonly successes: number;
  readonly trials: number;
  /** the share of the group that takes this side, leaning to one half */
  readonly share: number;
  /** how far that is above one half */
  readonly test: number;
  /** how many times the share of all other groups it is, and how far above that */
  readonly ratio: number;
  readonly ratioTest: number;
  /** whether both tests are passed */
  readonly isSignificant: boolean;
  /** the agreement that stands for the group even where tests tell little */
  readonly isBestAgree: boolean;
}

/** A statement with its votes in one group and in all others together. */
export interface Compared {
  readonly statement: number;
  readonly inside: Votes;
  readonly outside: Votes;
}

const mostTypical = 5;

const on = (side: Side, votes: Votes): Proportion => ({
  successes: side === "agree" ? votes.agrees : votes.disagrees,
  trials: seen(votes),
});

/** A statement in one group, from both sides; the main one is what the group takes more than others. */
export interface TwoSides {
  readonly agree: Tested;
  readonly disagree: Tested;
  readonly main: Tested;
}
type Tested = Omit<Typical, "isSignificant" | "isBestAgree">;

function tested(side: Side, { statement, inside, outside }: Compared, isNeutral: boolean): Tested {
  const [own, others] = [on(side, inside), on(side, outside)];
  return {
    statement,
    side,
    ...own,
    share: leaning(own),
    test: oneProportion(own, isNeutral),
    ratio: leaning(own) / leaning(others),
    ratioTest: twoProportions(own, others),
  };
}

export function twoSides(compared: Compared, silenceIsNeutral: boolean): TwoSides {
  const agree = tested("agree", compared, silenceIsNeutral);
  const disagree = tested("disagree", compared, silenceIsNeutral);
  return { agree, disagree, main: agree.ratioTest > disagree.ratioTest ? agree : disagree };
}

/** Both tests must be passed: the lesser counts. */
const lesserTest = ({ test, ratioTest }: Tested): number => Math.min(test, ratioTest);

/**
 * Above which both tests of a statement must be. Hundreds of statements are tested in each group, of which some pass by
 * chance: with a rate, so many are taken that of them no larger share is expected to be false (Benjamini and
 * Hochberg, Journal of the Royal Statistical Society B 57, 1995); without one, each is tested alone.
 */
export function testFloor(all: readonly TwoSides[], falseDiscovery: number): number {
  if (falseDiscovery === 0) return sure90;
  const tests = Float64Array.from(
    all.flatMap(({ agree, disagree }) => [agree, disagree].map(lesserTest)),
  );
  const best = tests.toSorted().toReversed();
  let taken = 0;
  for (const [at, test] of best.entries()) {
    if (1 - normalBelow(test) <= ((at + 1) / best.length) * falseDiscovery) taken = at + 1;
    if (test <= 0) break;
  }
  return taken === 0 ? Number.MAX_VALUE : (best[taken] ?? -Number.MAX_VALUE);
}

const strength = ({ ratio, ratioTest, share, test }: Tested): number =>
  ratio * ratioTest * share * test;
/** What is stronger comes first; of equals, what was asked first. */
const byStrength = (a: Tested, b: Tested): number =>
  strength(b) - strength(a) || a.statement - b.statement;

/**
 * What is typical of one group, at most five statements: its best agreement first, then by strength, agreement before
 * disagreement (Polis, repness; Small et al., "Polis: Scaling deliberation by mapping high dimensional opinion spaces",
 * Recerca 26(2), 2021).
 */
export function typicalOfGroup(all: readonly TwoSides[], floor: number): Typical[] {
  const passes = (one: Tested) => lesserTest(one) > floor;
  const best = bestAgreeOf(all);
  const sufficient = all
    .filter(({ agree, disagree }) => passes(agree) || passes(disagree))
    .map(({ main }) => main);
  const rest = sufficient.filter(({ statement }) => statement !== best?.statement);
  const none = best || sufficient.length > 0 ? [] : strongest(all);
  const chosen = [...(best ? [best] : none), ...rest.toSorted(byStrength)].slice(0, mostTypical);
  const told = chosen.map((one) => {
    const isBestAgree = best !== undefined && one.statement === best.statement;
    return { ...one, isSignificant: passes(one), isBestAgree };
  });
  return sides.flatMap((side) => told.filter((one) => one.side === side));
}

/** Where no test is passed: the statement that comes nearest to what sets a group apart. */
function strongest(all: readonly TwoSides[]): Tested[] {
  const [first, ...others] = all;
  if (!first) return [];
  return [others.reduce((a, b) => (b.main.ratioTest > a.main.ratioTest ? b : a), first).main];
}

/** The statement that stands for the group, met in their order: each must beat the one before it. */
function bestAgreeOf(all: readonly TwoSides[]): Tested | undefined {
  let best: TwoSides | undefined;
  for (const one of all) if (beats(one, best)) best = one;
  return best?.main;
}

function beats({ agree, disagree }: TwoSides, best: TwoSides | undefined): boolean {
  if (agree.successes === 0 && disagree.successes === 0) return false;
  if (!best) return agree.test > sure90 || (agree.ratio > 1 && agree.share > 0.5);
  if (best.agree.ratio > 1) return strength(agree) > strength(best.agree);
  return agree.share * agree.test > best.agree.share * best.agree.test;
}
