import type { Fraction } from "../voting/fraction.ts";
import { compare, zero } from "../voting/fraction.ts";
import type { Computed, ComputedRound } from "./computed.ts";
import type { Expectation } from "./election.ts";
import { decimalText, isMet, type CaseNumber } from "./exact-number.ts";
import type { Difference } from "./finding.ts";

type Amounts = Readonly<Record<string, CaseNumber>>;
/** What is compared, or null where the case says nothing about it. */
type Aspect = (computed: Computed, expected: Expectation) => Difference[] | null;

const asSet = (names: readonly string[]) => names.toSorted();
const keyOf = (names: readonly string[]) => JSON.stringify(asSet(names));

function unless(isSame: boolean, difference: Difference): Difference[] {
  return isSame ? [] : [difference];
}

const unionOf = (sets: Computed["sets"]) => asSet([...new Set(sets.flat())]);

/** Where the result hangs on a draw, each listed one is right; what we find possible must be listed. */
const winners: Aspect = ({ sets, openTie }, expected) => {
  const { possibleWinnerSets, possibleWinners, unbreakableTie, seats } = expected;
  if (possibleWinnerSets) {
    const listed = new Set(possibleWinnerSets.map(keyOf));
    const isListed = sets.every((set) => listed.has(keyOf(set)));
    return unless(isListed, {
      what: "winners",
      expected: possibleWinnerSets.map(asSet),
      got: sets.map(asSet),
    });
  }
  if (possibleWinners) {
    const ours = unionOf(sets);
    const isListed = ours.every((name) => possibleWinners.includes(name));
    return unless(isListed, { what: "winners", expected: asSet(possibleWinners), got: ours });
  }
  if (unbreakableTie) {
    const ours = asSet(openTie ?? unionOf(sets));
    const published = asSet(unbreakableTie);
    return unless(keyOf(published) === keyOf(ours), {
      what: "tie",
      expected: published,
      got: ours,
    });
  }
  if (!expected.winners) return null;
  const published = asSet(expected.winners);
  // One seat: all who are tied. Several: one way to settle the ties.
  const isSame =
    seats === 1
      ? keyOf(unionOf(sets)) === keyOf(published)
      : sets.some((set) => keyOf(set) === keyOf(published));
  return unless(isSame, {
    what: "winners",
    expected: published,
    got: seats === 1 ? unionOf(sets) : sets.map(asSet),
  });
};

const ranking: Aspect = (computed, expected) => {
  if (!expected.ranking) return null;
  const published = expected.ranking.map(asSet);
  const ours = computed.ranking?.map(asSet) ?? null;
  return unless(JSON.stringify(ours) === JSON.stringify(published), {
    what: "ranking",
    expected: published,
    got: ours,
  });
};

function compareAmounts(
  what: string,
  published: Amounts | undefined,
  ours: ReadonlyMap<string, Fraction> | undefined,
): Difference[] | null {
  if (!published) return null;
  return Object.entries(published).flatMap(([name, amount]) => {
    const got = ours?.get(name);
    const isSame = got !== undefined && isMet(amount, got);
    return unless(isSame, {
      what: `${what} of ${name}`,
      expected: amount,
      got: got ? decimalText(got) : null,
    });
  });
}

const scores: Aspect = (computed, expected) =>
  compareAmounts("score", expected.scores, computed.scores);

const runoff: Aspect = (computed, expected) =>
  compareAmounts("votes in the runoff", expected.runoff, computed.runoff);

const runnerUp: Aspect = (computed, expected) => {
  if (expected.runnerUp === undefined) return null;
  const ours = computed.runnerUp ?? null;
  return unless(ours === expected.runnerUp, {
    what: "runner-up",
    expected: expected.runnerUp,
    got: ours,
  });
};

const quota: Aspect = (computed, expected) => {
  if (expected.quota === undefined) return null;
  const ours = computed.quota;
  const got = ours ? decimalText(ours) : null;
  return unless(ours !== undefined && isMet(expected.quota, ours), {
    what: "quota",
    expected: expected.quota,
    got,
  });
};

interface PublishedRound {
  readonly votes: Amounts;
  readonly nonTransferable?: CaseNumber | undefined;
}

function publishedRound(round: NonNullable<Expectation["rounds"]>[number]): PublishedRound {
  const { votes } = round;
  return typeof votes === "object" ? (round as PublishedRound) : { votes: round as Amounts };
}

function isSameRound({ votes, nonTransferable }: PublishedRound, ours: ComputedRound): boolean {
  const rest = ours.nonTransferable;
  return (
    Object.entries(votes).every(([name, amount]) => isMet(amount, ours.votes.get(name) ?? zero)) &&
    (nonTransferable === undefined || !rest || isMet(nonTransferable, rest))
  );
}

const isSameVotes = (one: ComputedRound, other: ComputedRound) =>
  [...one.votes].every(([name, amount]) => compare(amount, other.votes.get(name) ?? zero) === 0);

const shown = ({ votes, nonTransferable }: ComputedRound) => ({
  ...Object.fromEntries([...votes].map(([name, amount]) => [name, decimalText(amount)])),
  ...(nonTransferable ? { nonTransferable: decimalText(nonTransferable) } : {}),
});

/** Each published stage must be found in order; stages of ours that changed nothing may have been left out. */
const rounds: Aspect = (computed, expected) => {
  if (!expected.rounds) return null;
  const ours = computed.rounds ?? [];
  let next = 0;
  let last: ComputedRound | null = null;
  for (const [at, round] of expected.rounds.entries()) {
    const published = publishedRound(round);
    const found = ours.findIndex((mine, place) => place >= next && isSameRound(published, mine));
    const skipped = found < 0 ? [] : ours.slice(next, found);
    const before = last;
    const isInOrder =
      found >= 0 && skipped.every((mine) => before !== null && isSameVotes(before, mine));
    // Nothing changed for those whom the source still tells of.
    const isRepeated = before !== null && isSameRound(published, before);
    if (!isInOrder && !isRepeated) {
      const mine = ours[next];
      return [{ what: `stage ${at + 1}`, expected: published, got: mine ? shown(mine) : null }];
    }
    if (isInOrder) {
      next = found + 1;
      last = ours[found] ?? null;
    }
  }
  return [];
};

const pairwise: Aspect = (computed, expected) =>
  expected.pairwise?.flatMap(([one, other, votes]) => {
    const got = computed.pairwise?.(one, other);
    const text = got ? decimalText(got) : null;
    return unless(got !== undefined && isMet(votes, got), {
      what: `${one} over ${other}`,
      expected: votes,
      got: text,
    });
  }) ?? null;

const pathStrengths: Aspect = (computed, expected) => {
  if (!expected.pathStrengths) return null;
  return Object.entries(expected.pathStrengths).flatMap(([from, row]) =>
    Object.entries(row).flatMap(([to, strength]) => {
      const got = computed.pathStrength?.(from, to);
      const isSame = got !== undefined && isMet(strength, got);
      return unless(isSame, {
        what: `path ${from} to ${to}`,
        expected: strength,
        got: got ? decimalText(got) : null,
      });
    }),
  );
};

const aspects = [
  winners,
  ranking,
  scores,
  runoff,
  runnerUp,
  quota,
  rounds,
  pairwise,
  pathStrengths,
];

/** All differences; null where there is nothing to compare. */
export function compareElection(computed: Computed, expected: Expectation): Difference[] | null {
  const found = aspects.map((aspect) => aspect(computed, expected));
  return found.every((one) => one === null) ? null : found.flatMap((one) => one ?? []);
}
