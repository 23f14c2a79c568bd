import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Weights } from "./exact-sums.ts";
import { Ballot, countBallots, Settings, validateBallot } from "./index.ts";
import type { Weighted } from "./method.ts";
import { comparePairs } from "./pairs.ts";
import { readInChunks } from "./rankings.ts";
import type { Tally } from "./tally.ts";

const Names = z.array(z.string());
const Cast = z.object({
  count: z.int(),
  ranking: z.array(Names).optional(),
  approve: Names.optional(),
  scores: z.record(z.string(), z.int()).optional(),
});
type Cast = z.infer<typeof Cast>;
const Expectation = z.object({
  method: z.string(),
  variant: z.string().optional(),
  unranked: z.enum(["last", "ignored"]).default("last"),
  seats: z.int().default(1),
  winners: Names.optional(),
  possibleWinners: Names.optional(),
  possibleWinnerSets: z.array(Names).optional(),
  ranking: z.array(Names).optional(),
  scores: z.record(z.string(), z.number()).optional(),
  rounds: z.array(z.record(z.string(), z.number())).optional(),
  pairwise: z.array(z.tuple([z.string(), z.string(), z.number()])).optional(),
  pathStrengths: z.record(z.string(), z.record(z.string(), z.number())).optional(),
});
type Expectation = z.infer<typeof Expectation>;
const Election = z.object({
  title: z.string(),
  candidates: Names,
  scale: z.tuple([z.int(), z.int()]).optional(),
  ballots: z.array(Cast),
  expected: z.array(Expectation),
});
type Election = z.infer<typeof Election>;

const folder = new URL("./fixtures/", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), "utf8"));
const elections = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => Election.parse(read(name)));

/** Defeat strengths that this platform does not offer: its Schulze method measures a win by the votes for it. */
const otherVariants = new Set(["schulze/margin", "schulze/ratio"]);

const asSet = (names: readonly string[]) => names.toSorted();

function onlyFirst({ ranking }: Cast): string {
  const [first] = ranking ?? [];
  if (first?.length !== 1) throw new Error("a plurality ballot has one first choice");
  return first[0] ?? "";
}

/** The same ballot as one of our own. */
function ballotFor(method: string, cast: Cast): Ballot {
  switch (method) {
    case "plurality":
      return Ballot.parse({ method, choice: onlyFirst(cast) });
    case "approval":
      return Ballot.parse({ method, approved: cast.approve });
    case "score":
      return Ballot.parse({ method, scores: cast.scores });
    default:
      return Ballot.parse({ method, ranking: cast.ranking });
  }
}

function settingsFor(method: string, election: Election, { seats, unranked }: Expectation) {
  if (method === "approval") return Settings.parse({ method, winners: seats });
  if (method === "score") return Settings.parse({ method, maxScore: election.scale?.[1] });
  if (method === "irv" || method === "schulze") return Settings.parse({ method, unranked });
  return Settings.parse({ method });
}

function count(election: Election, expected: Expectation): Tally {
  // At-large plurality counts the crosses as approval does; only how many one may make differs.
  const method = expected.variant === "at-large" ? "approval" : expected.method;
  const settings = settingsFor(method, election, expected);
  const options = election.candidates;
  const ballots = election.ballots.map((cast): Weighted<Ballot> => {
    const ballot = ballotFor(method, cast);
    expect(validateBallot(ballot, { options, settings })).toEqual([]);
    return { ballot, weight: BigInt(cast.count) };
  });
  return countBallots({ options, ballots, settings });
}

/** What the source says about one aspect, and what we found. */
type Comparison = readonly [published: unknown, ours: unknown];
type Aspect = (tally: Tally, expected: Expectation) => Comparison[];

const winners: Aspect = (tally, expected) => {
  const published = expected.possibleWinners ?? expected.winners;
  // The sets of a tie between committees are compared below.
  if (!published || expected.possibleWinnerSets) return [];
  return [[asSet(published), asSet(tally.winners)]];
};

const committees: Aspect = (tally, { possibleWinnerSets: sets }) => {
  if (!sets) return [];
  const inEvery = tally.options.filter((option) => sets.every((set) => set.includes(option)));
  const inSome = tally.options.filter((option) => sets.some((set) => set.includes(option)));
  const tied = tally.tie?.between ?? [];
  const certain = tally.winners.filter((option) => !tied.includes(option));
  return [
    [asSet(inSome), asSet(tally.winners)],
    [asSet(inEvery), asSet(certain)],
  ];
};

const ranking: Aspect = (tally, expected) =>
  expected.ranking ? [[expected.ranking.map(asSet), tally.ranking.map(asSet)]] : [];

const scores: Aspect = (tally, expected) =>
  Object.entries(expected.scores ?? {}).map(([name, score]) => {
    const ours = tally.scores.find(({ option }) => option === name);
    return [score, Number(ours?.score)];
  });

const rounds: Aspect = (tally, expected) =>
  (expected.rounds ?? []).map((published, round) => {
    const ours = tally.rounds[round]?.votes.map(({ option, votes }) => [option, Number(votes)]);
    return [published, Object.fromEntries(ours ?? [])];
  });

const pairwise: Aspect = ({ options, pairs }, expected) =>
  (expected.pairwise ?? []).map(([one, other, votes]) => {
    return [BigInt(votes), pairs?.preferred[options.indexOf(one)]?.[options.indexOf(other)]];
  });

const pathStrengths: Aspect = ({ options, paths }, expected) =>
  Object.entries(expected.pathStrengths ?? {}).flatMap(([from, row]) =>
    Object.entries(row).map(([to, strength]): Comparison => {
      return [BigInt(strength), paths?.[options.indexOf(from)]?.[options.indexOf(to)]];
    }),
  );

const aspects = [winners, committees, ranking, scores, rounds, pairwise, pathStrengths];

function pairsOf({ candidates: options, ballots }: Election, { unranked }: Expectation) {
  const weighted = ballots.map(({ ranking: order = [], count: copies }) => {
    return { ballot: { ranking: order }, weight: BigInt(copies) };
  });
  const rankings = readInChunks(options, weighted);
  return comparePairs({ options, rankings, weights: new Weights(weighted), unranked });
}

function compare(election: Election, expected: Expectation): Comparison[] {
  if (expected.method === "condorcet-winner") {
    const { condorcetWinner } = pairsOf(election, expected);
    return [[expected.winners, condorcetWinner === null ? [] : [condorcetWinner]]];
  }
  if (expected.method === "smith-set") {
    return [[asSet(expected.winners ?? []), pairsOf(election, expected).smithSet]];
  }
  const tally = count(election, expected);
  return aspects.flatMap((aspect) => aspect(tally, expected));
}

const cases = elections.flatMap(({ expected, ...election }) =>
  expected.map((expectation) => {
    const { method, variant } = expectation;
    const rule = variant === undefined ? method : `${method}/${variant}`;
    return { name: `${rule}: ${election.title}`, rule, election, expectation };
  }),
);

describe("published elections", () => {
  const ours = cases.filter(({ rule }) => !otherVariants.has(rule));

  it.each(ours)("$name", ({ election, expectation }) => {
    const comparisons = compare({ ...election, expected: [] }, expectation);
    expect(comparisons.length).toBeGreaterThan(0);
    expect(comparisons.map(([, found]) => found)).toEqual(comparisons.map(([said]) => said));
  });

  it("leaves out no case but those for another strength of defeats", () => {
    const leftOut = cases.filter(({ rule }) => otherVariants.has(rule));
    expect(leftOut.map(({ name }) => name)).toEqual([
      "schulze/margin: Debian project leader election 2020",
      "schulze/margin: Burlington (Vermont) mayor 2009",
    ]);
  });
});

const TokenVote = z.object({
  choices: Names,
  ballotType: z.enum(["approval", "single-choice"]),
  votes: z.array(
    z.object({
      count: z.int(),
      choice: z.union([z.int(), z.array(z.int())]),
      power: z.int(),
    }),
  ),
  expected: z.object({ scores: z.array(z.int()), scoresTotal: z.int() }),
});

describe("published votes weighted by tokens", () => {
  const files = readdirSync(new URL("weighted/", folder));

  it.each(files)("%s", (file) => {
    const { choices, ballotType, votes, expected } = TokenVote.parse(read(`weighted/${file}`));
    const method = ballotType === "approval" ? "approval" : "plurality";
    const ballots = votes.map(({ choice, count: copies, power }) => {
      const named = [choice].flat().map((number) => choices[number - 1]);
      const content = method === "approval" ? { approved: named } : { choice: named[0] };
      const ballot = Ballot.parse({ method, ...content });
      return { ballot, weight: BigInt(copies * power) };
    });
    const settings = Settings.parse({ method });
    const tally = countBallots({ options: choices, ballots, settings });
    expect(tally.scores.map(({ score }) => Number(score))).toEqual(expected.scores);
  });
});
