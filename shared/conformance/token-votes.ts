import { z } from "zod";
import { Weights } from "../voting/exact-sums.ts";
import { fraction, multiply, sum, type Fraction, zero } from "../voting/fraction.ts";
import type { Weighted } from "../voting/method.ts";
import { comparePairs } from "../voting/pairs.ts";
import { readRankings } from "../voting/rankings.ts";
import { methodBy, type MethodId } from "../voting/index.ts";
import {
  copelandShares,
  quadraticShares,
  splitPower,
  type Shared,
} from "../voting/token-shares.ts";
import { firstFault } from "./election.ts";
import { CaseNumber, decimalText, isMet, wholeNumbers } from "./exact-number.ts";
import { failure, findOut, NotApplicable, type Area, type Difference } from "./finding.ts";

const area = "weighted";

const Choice = z.union([z.int(), z.array(z.int()), z.record(z.string(), z.number())]);
const TokenVotes = z.object({
  type: z.string().min(1),
  choices: z.array(z.string()).min(1),
  votes: z.array(
    z.object({ count: z.int().min(0).default(1), choice: z.unknown(), power: CaseNumber }),
  ),
  expected: z.object({ scores: z.array(CaseNumber), scoresTotal: CaseNumber.nullish() }),
  tolerance: z.number().nullish(),
});
type TokenVotes = z.infer<typeof TokenVotes>;

/** A vote whose choice fits its type, by places counted from 0, and its weight in the common unit. */
interface Vote {
  readonly parts: ReadonlyMap<number, number>;
  readonly order: readonly number[];
  readonly voters: bigint;
  /** of each of them */
  readonly power: bigint;
}

const weightOf = ({ voters, power }: Vote) => voters * power;

type Reader = (
  choice: z.infer<typeof Choice>,
  choices: number,
) => Pick<Vote, "parts" | "order"> | null;

const isPlace = (number: number, choices: number) =>
  Number.isInteger(number) && number >= 1 && number <= choices;

const readOne: Reader = (choice, choices) => {
  if (typeof choice !== "number" || !isPlace(choice, choices)) return null;
  return { parts: new Map([[choice - 1, 1]]), order: [choice - 1] };
};

const readSet: Reader = (choice, choices) => {
  if (!Array.isArray(choice) || new Set(choice).size < choice.length) return null;
  if (!choice.every((number) => isPlace(number, choices))) return null;
  const order = choice.map((number) => number - 1);
  return { parts: new Map(order.map((place) => [place, 1])), order };
};

const readOrder: Reader = (choice, choices) => {
  const read = readSet(choice, choices);
  return read && read.order.length === choices ? read : null;
};

const readShares: Reader = (choice, choices) => {
  if (typeof choice === "number" || Array.isArray(choice)) return null;
  const given = Object.entries(choice).map(([key, part]) => [Number(key), part] as const);
  const isFit = given.every(
    ([number, part]) => isPlace(number, choices) && part >= 0 && Number.isFinite(part),
  );
  if (!isFit || !given.some(([, part]) => part > 0)) return null;
  return { parts: new Map(given.map(([number, part]) => [number - 1, part])), order: [] };
};

/** Whole parts in the same proportion. */
function wholeParts({ parts, power, voters }: Vote, choices: number, unit: bigint): Shared {
  const values = Array.from({ length: choices }, (_, place) => parts.get(place) ?? 0);
  return { parts: wholeNumbers(values).amounts, power: fraction(power, unit), voters };
}

interface Question {
  readonly choices: readonly string[];
  readonly votes: readonly Vote[];
  /** weights are whole numbers of 1/`unit` */
  readonly unit: bigint;
}

/** Choices may have one name twice, so they are counted by number. */
const keysOf = ({ choices }: Question) => choices.map((_, place) => String(place));

function tallyOf(id: MethodId, question: Question, contentOf: (vote: Vote) => object) {
  const method = methodBy(id);
  const ballots = question.votes.map((vote): Weighted<{ method: string }> => {
    const ballot = method.ballot.parse({ method: id, ...contentOf(vote) }) as { method: string };
    return { ballot, weight: weightOf(vote) };
  });
  const settings = method.settings.parse({ method: id });
  return method.count({ options: keysOf(question), ballots, settings });
}

function scoresBy(id: MethodId, question: Question, contentOf: (vote: Vote) => object) {
  const { scores } = tallyOf(id, question, contentOf);
  return scores.map(({ score }) => fraction(score, question.unit));
}

const ranking = ({ order }: Vote) => ({ ranking: order.map((place) => [String(place)]) });

/** What everybody has in the last round: whoever is out has nothing. */
function lastRound(question: Question): Fraction[] {
  const { rounds } = tallyOf("irv", question, ranking);
  const votes = new Map(rounds.at(-1)?.votes.map((entry) => [entry.option, entry.votes]));
  return keysOf(question).map((key) => fraction(votes.get(key) ?? 0n, question.unit));
}

function pairwise(question: Question): Fraction[] {
  const ballots = question.votes.map((vote) => ({ ballot: ranking(vote), weight: weightOf(vote) }));
  const options = keysOf(question);
  const rankings = [readRankings(options, ballots)];
  const weights = new Weights(ballots);
  const { preferred } = comparePairs({ options, rankings, weights, unranked: "last" });
  const shares = copelandShares(preferred, fraction(weights.total));
  return shares.map((share) => multiply(share, fraction(1n, question.unit)));
}

const single = (question: Question) =>
  scoresBy("plurality", question, ({ order }) => ({ choice: String(order[0]) }));

const shared =
  (rule: (options: number, votes: readonly Shared[]) => Fraction[]) => (question: Question) =>
    rule(
      question.choices.length,
      question.votes.map((vote) => wholeParts(vote, question.choices.length, question.unit)),
    );

const types: Readonly<
  Record<string, { readonly read: Reader; readonly count: (question: Question) => Fraction[] }>
> = {
  "single-choice": { read: readOne, count: single },
  basic: { read: readOne, count: single },
  approval: {
    read: readSet,
    count: (question) =>
      scoresBy("approval", question, ({ order }) => ({ approved: order.map(String) })),
  },
  weighted: { read: readShares, count: shared(splitPower) },
  quadratic: { read: readShares, count: shared(quadraticShares) },
  "ranked-choice": { read: readOrder, count: lastRound },
  copeland: { read: readOrder, count: pairwise },
};

function differences({ type, choices, votes, expected, ...more }: TokenVotes): Difference[] {
  const tolerance = more.tolerance ?? undefined;
  const rule = Object.hasOwn(types, type) ? types[type] : undefined;
  if (!rule) throw new NotApplicable("no voting type of this name is counted here");
  const { unit, amounts } = wholeNumbers(votes.map(({ power }) => power));
  const valid = votes.flatMap(({ choice, count }, at): Vote[] => {
    const parsed = Choice.safeParse(choice);
    const read = parsed.success ? rule.read(parsed.data, choices.length) : null;
    // A vote with a choice that is none counts for nothing.
    return read ? [{ ...read, voters: BigInt(count), power: amounts[at] ?? 0n }] : [];
  });
  const scores = rule.count({ choices, votes: valid, unit });
  const found = expected.scores.flatMap((score, place): Difference[] => {
    const got = scores[place] ?? zero;
    if (isMet(score, got, tolerance)) return [];
    return [{ what: `score of ${choices[place]}`, expected: score, got: decimalText(got) }];
  });
  if (expected.scores.length !== choices.length) {
    const got = choices.length;
    found.push({ what: "number of scores", expected: expected.scores.length, got });
  }
  const total = sum(valid.map((vote) => fraction(weightOf(vote), unit)));
  const all = votes.reduce((rest, { count }, at) => rest + BigInt(count) * (amounts[at] ?? 0n), 0n);
  const cast = fraction(all, unit);
  const scoresTotal = expected.scoresTotal ?? decimalText(total);
  // Some sources count in the total what they count for nobody.
  if (
    !isMet(scoresTotal, total, tolerance ?? 1e-6) &&
    !isMet(scoresTotal, cast, tolerance ?? 1e-6)
  ) {
    found.push({ what: "total", expected: scoresTotal, got: decimalText(total) });
  }
  return found;
}

/** Votes weighted by tokens, with the scores that Snapshot shows. */
export const tokenVotes: Area = {
  name: area,
  check(id, content) {
    const { data, error } = TokenVotes.safeParse(content);
    if (!data) return [failure({ area, id, rule: "case" }, firstFault(error))];
    return [findOut({ area, id, rule: data.type }, () => differences(data))];
  },
};
