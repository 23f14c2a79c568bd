import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Weights } from "./exact-sums.ts";
import { Ballot, countBallots, Settings, validateBallot } from "./index.ts";
import type { Weighted } from "./method.ts";
import { comparePairs } from "./pairs.ts";
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

function checkWinners(tally: Tally, expected: Expectation) {
  if (expected.possibleWinners) {
    expect(asSet(tally.winners)).toEqual(asSet(expected.possibleWinners));
  } else if (expected.possibleWinnerSets) {
    const all = expected.possibleWinnerSets;
    const inEvery = tally.options.filter((option) => all.every((set) => set.includes(option)));
    const tied = tally.tie?.between ?? [];
    expect(asSet(tally.winners)).toEqual(asSet([...new Set(all.flat())]));
    const certain = tally.winners.filter((option) => !tied.includes(option));
    expect(asSet(certain)).toEqual(asSet(inEvery));
  } else if (expected.winners) {
    expect(asSet(tally.winners)).toEqual(asSet(expected.winners));
  }
}

function checkWorking(tally: Tally, expected: Expectation) {
  const at = (option: string) => tally.options.indexOf(option);
  if (expected.ranking) expect(tally.ranking.map(asSet)).toEqual(expected.ranking.map(asSet));
  for (const [option, score] of Object.entries(expected.scores ?? {})) {
    expect(tally.scores[at(option)]).toEqual({ option, score: BigInt(score) });
  }
  expected.rounds?.forEach((votes, round) => {
    const ours = tally.rounds[round]?.votes.map((entry) => [entry.option, Number(entry.votes)]);
    expect(Object.fromEntries(ours ?? [])).toEqual(votes);
  });
  for (const [one, other, votes] of expected.pairwise ?? []) {
    expect(tally.pairs?.preferred[at(one)]?.[at(other)]).toBe(BigInt(votes));
  }
  for (const [from, row] of Object.entries(expected.pathStrengths ?? {})) {
    for (const [to, strength] of Object.entries(row)) {
      expect(tally.paths?.[at(from)]?.[at(to)]).toBe(BigInt(strength));
    }
  }
}

function pairsOf({ candidates: options, ballots }: Election, { unranked }: Expectation) {
  const weighted = ballots.map(({ ranking = [], count: copies }) => {
    return { ballot: { ranking }, weight: BigInt(copies) };
  });
  return comparePairs({ options, ballots: weighted, weights: new Weights(weighted), unranked });
}

describe.each(elections)("published election: $title", (election) => {
  const cases = election.expected
    .map((expected) => {
      const { method, variant } = expected;
      return { expected, name: variant === undefined ? method : `${method}/${variant}` };
    })
    .filter(({ name }) => !otherVariants.has(name));

  // An election that is only there for another variant must still be one that can be counted.
  it("can be counted by every method of its kind of ballot", () => {
    for (const expected of election.expected) {
      if (["condorcet-winner", "smith-set"].includes(expected.method)) pairsOf(election, expected);
      else expect(count(election, expected).ballots).toBe(election.ballots.length);
    }
  });

  it.each(cases)("$name", ({ expected }) => {
    if (expected.method === "condorcet-winner") {
      const { condorcetWinner } = pairsOf(election, expected);
      expect(condorcetWinner === null ? [] : [condorcetWinner]).toEqual(expected.winners);
    } else if (expected.method === "smith-set") {
      expect(pairsOf(election, expected).smithSet).toEqual(asSet(expected.winners ?? []));
    } else {
      const tally = count(election, expected);
      checkWinners(tally, expected);
      checkWorking(tally, expected);
    }
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
