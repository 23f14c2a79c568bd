import fc from "fast-check";
import type { VotingMethod, Weighted } from "./method.ts";
import { methodBy, type MethodId } from "./index.ts";

export type Rename = (option: string) => string;
/** A ballot or settings of any method. */
export type Content = { readonly method: string } & Readonly<Record<string, unknown>>;

/** What the laws need to know of a method, and which of the optional ones it obeys. */
export interface Sample {
  settings(options: readonly string[]): fc.Arbitrary<object>;
  ballot(options: readonly string[], settings: Content): fc.Arbitrary<object>;
  /** ballots that put this option above all others, as far as the method lets them say so */
  favouring(option: string, options: readonly string[]): fc.Arbitrary<object>;
  rename(ballot: Content, rename: Rename): object;
  /** where settings name options */
  renameSettings?(settings: Content, rename: Rename): Content;
  /** the ballot after its voter came to like the option more, and nothing else changed */
  raise(ballot: Content, option: string, settings: Content): object;
  /** whom more than half put first wins */
  readonly majority: boolean;
  /** who beats every other one in pairs wins */
  readonly condorcet: boolean;
  /** whoever wins is in the Smith set */
  readonly smith: boolean;
  /** to be liked more does not harm */
  readonly monotone: boolean;
  /** the same result whatever unit weights are in; not where a rule rounds to whole votes or some decimal */
  readonly scaleFree: boolean;
  /** what ballots may weigh, where that is not anything */
  readonly weight?: fc.Arbitrary<bigint>;
}

export const shuffled = (options: readonly string[]) =>
  fc.shuffledSubarray([...options], { minLength: options.length });

/** A ranking of some options, with ties where they are allowed. */
function rankingOf(options: readonly string[], ties: boolean): fc.Arbitrary<string[][]> {
  const order = fc.shuffledSubarray([...options]);
  const joins = fc.array(ties ? fc.boolean() : fc.constant(false), {
    minLength: options.length,
    maxLength: options.length,
  });
  return fc.tuple(order, joins).map(([ranked, joined]) => {
    const groups: string[][] = [];
    ranked.forEach((option, at) => {
      const last = groups.at(-1);
      if (last && joined[at]) last.push(option);
      else groups.push([option]);
    });
    return groups;
  });
}

/**
 * Puts the option one step higher: out of its group, or above the group before. An unranked one goes
 * to the top: where unranked ones are ignored, to be ranked below somebody is worse than not at all.
 */
function raiseInRanking(ranking: readonly (readonly string[])[], option: string): string[][] {
  const at = ranking.findIndex((group) => group.includes(option));
  if (at < 0) return [[option], ...ranking.map((group) => [...group])];
  const others = ranking.map((group) => group.filter((one) => one !== option));
  const alone = others[at]?.length === 0;
  const raised = others.toSpliced(alone ? Math.max(at - 1, 0) : at, 0, [option]);
  return raised.filter((group) => group.length > 0);
}

type Choices = Readonly<Record<string, fc.Arbitrary<unknown>>>;
type Laws = Pick<Sample, "majority" | "condorcet" | "smith" | "monotone" | "scaleFree">;

const lawless: Laws = {
  majority: false,
  condorcet: false,
  smith: false,
  monotone: false,
  scaleFree: true,
};

const several = (options: readonly string[]) => fc.integer({ min: 1, max: options.length - 1 });
const unranked = fc.constantFrom("last", "ignored");

interface Ranked extends Partial<Laws> {
  readonly ties: boolean;
  readonly choices?: (options: readonly string[]) => Choices;
}

function ranked({ ties, choices = () => ({}), ...laws }: Ranked): Sample {
  const rankingIn = (ballot: Content) => ballot["ranking"] as string[][];
  return {
    ...lawless,
    ...laws,
    settings: (options) => fc.record({ unranked, ...choices(options) }),
    ballot: (options) => rankingOf(options, ties).map((ranking) => ({ ranking })),
    favouring: (option, options) =>
      shuffled(options.filter((one) => one !== option)).map((rest) => {
        return { ranking: [option, ...rest].map((one) => [one]) };
      }),
    rename: (ballot, rename) => {
      return { ranking: rankingIn(ballot).map((group) => group.map(rename)) };
    },
    raise: (ballot, option) => ({ ranking: raiseInRanking(rankingIn(ballot), option) }),
  };
}

type Entries = readonly (readonly [string, number])[];

interface Pointed extends Partial<Laws> {
  readonly field: string;
  readonly most: number;
  readonly choices: (options: readonly string[]) => Choices;
  /** makes the ballot one that it may be */
  readonly fit?: (points: Entries, settings: Content) => Entries;
  readonly least?: (settings: Content) => number;
}

function pointed({ field, most, choices, fit, least = () => 0, ...laws }: Pointed): Sample {
  const pointsIn = (ballot: Content) => Object.entries(ballot[field] as Record<string, number>);
  const filled = (points: Entries, settings: Content) => ({
    [field]: Object.fromEntries(fit ? fit(points, settings) : points),
  });
  return {
    ...lawless,
    ...laws,
    settings: (options) => fc.record({ ...choices(options) }),
    ballot: (options, settings) =>
      fc
        .dictionary(fc.constantFrom(...options), fc.integer({ min: least(settings), max: most }))
        .map((points) => filled(Object.entries(points), settings)),
    favouring: (option) => fc.constant({ [field]: { [option]: most } }),
    rename: (ballot, rename) => {
      const renamed = pointsIn(ballot).map(([option, points]) => [rename(option), points]);
      return { [field]: Object.fromEntries(renamed) as object };
    },
    raise: (ballot, option, settings) => {
      const others = pointsIn(ballot).filter(([one]) => one !== option);
      const before = new Map(pointsIn(ballot)).get(option) ?? 0;
      // Where it does not fit any more, the voter takes from the others.
      return filled([[option, Math.min(most, before + 1)], ...others], settings);
    },
  };
}

/** Leaves out entries from the end until what is left costs no more than there is. */
function within(cost: (points: number) => number) {
  return (points: Entries, settings: Content): Entries => {
    let left = settings["credits"] as number;
    return points.filter(([, given]) => {
      if (cost(given) > left) return false;
      left -= cost(given);
      return true;
    });
  };
}

const winners = (options: readonly string[]) => ({ winners: several(options) });
const scoring = { field: "scores", most: 10, choices: () => ({ maxScore: fc.constant(10) }) };
const condorcet = { majority: true, condorcet: true } as const;

/** One question each: what can be answered is the method's own. */
function answering(field: string, more: object): Sample {
  return {
    ...lawless,
    settings: () => fc.record({}),
    ballot: (options) => fc.constantFrom(...options).map((one) => ({ [field]: one, ...more })),
    favouring: (option) => fc.constant({ [field]: option, ...more }),
    rename: (ballot) => ballot,
    raise: (ballot) => ballot,
  };
}

/** A method without a sample does not compile. */
export const samples: Readonly<Record<MethodId, Sample>> = {
  plurality: {
    ...lawless,
    settings: () => fc.record({}),
    ballot: (options) => fc.record({ choice: fc.constantFrom(...options) }),
    favouring: (choice) => fc.constant({ choice }),
    rename: (ballot, rename) => ({ choice: rename(ballot["choice"] as string) }),
    raise: (_, choice) => ({ choice }),
    majority: true,
    monotone: true,
  },
  approval: {
    ...lawless,
    settings: (options) => fc.record(winners(options)),
    ballot: (options) => fc.record({ approved: fc.shuffledSubarray([...options]) }),
    favouring: (option) => fc.constant({ approved: [option] }),
    rename: (ballot, rename) => ({ approved: (ballot["approved"] as string[]).map(rename) }),
    raise: (ballot, option) => {
      return { approved: [...new Set([...(ballot["approved"] as string[]), option])] };
    },
    // Only where the majority approves of nobody else, as `favouring` has it.
    majority: true,
    monotone: true,
  },
  budget: {
    ...lawless,
    settings: (options) => {
      const costs = options.map((option) => [option, fc.integer({ min: 1, max: 6 })] as const);
      return fc.record({
        budget: fc.integer({ min: 6, max: 20 }),
        costs: fc.record(Object.fromEntries(costs)),
        currency: fc.constant("EUR"),
        utility: fc.constantFrom("cost", "cardinality"),
        completion: fc.constantFrom("add1", "none"),
      });
    },
    ballot: (options) => fc.record({ approved: fc.shuffledSubarray([...options]) }),
    favouring: (option) => fc.constant({ approved: [option] }),
    rename: (ballot, rename) => ({ approved: (ballot["approved"] as string[]).map(rename) }),
    raise: (ballot, option) => {
      return { approved: [...new Set([...(ballot["approved"] as string[]), option])] };
    },
    renameSettings: (settings, rename) => {
      const costs = Object.entries(settings["costs"] as Record<string, number>);
      const renamed = costs.map(([option, cost]) => [rename(option), cost] as const);
      return { ...settings, costs: Object.fromEntries(renamed) };
    },
    // One vote each, and with parts of votes in hundredths.
    weight: fc.bigInt(0n, 100n),
    scaleFree: false,
  },
  score: pointed({ ...scoring, monotone: true }),
  star: pointed(scoring),
  "majority-judgment": pointed({
    field: "grades",
    most: 5,
    choices: (options) => ({ ...winners(options), grades: fc.constant(6) }),
    // As with approval: the majority gives nobody else anything.
    majority: true,
    monotone: true,
  }),
  "time-poll": pointed({ field: "availability", most: 2, choices: winners, monotone: true }),
  cumulative: pointed({
    field: "points",
    most: 10,
    choices: (options) => ({ ...winners(options), credits: fc.constant(10) }),
    fit: within((points) => points),
    monotone: true,
  }),
  quadratic: pointed({
    field: "votes",
    most: 6,
    least: ({ against }) => (against === true ? -6 : 0),
    choices: (options) => ({
      ...winners(options),
      credits: fc.integer({ min: 36, max: 60 }),
      against: fc.boolean(),
    }),
    fit: within((votes) => votes * votes),
  }),
  irv: ranked({ ties: false, majority: true }),
  "two-round": ranked({ ties: true, majority: true }),
  stv: ranked({ ties: false, majority: true, scaleFree: false, choices: winners }),
  meek: ranked({ ties: false, majority: true, scaleFree: false, choices: winners }),
  borda: ranked({
    ties: true,
    monotone: true,
    choices: (options) => ({ ...winners(options), lowestPoints: fc.constantFrom(0, 1) }),
  }),
  schulze: ranked({ ties: true, ...condorcet, smith: true, monotone: true }),
  "ranked-pairs": ranked({
    ties: true,
    ...condorcet,
    smith: true,
    monotone: true,
    choices: () => ({ strength: fc.constantFrom("winning", "margin") }),
  }),
  copeland: ranked({ ties: true, ...condorcet, smith: true, monotone: true }),
  // By opposition it may pass over whoever beats every other one.
  minimax: ranked({
    ties: true,
    ...condorcet,
    monotone: true,
    choices: () => ({ strength: fc.constantFrom("winning", "margin") }),
  }),
  "yes-no": answering("answer", {}),
  consent: answering("stance", { reason: "why" }),
};

// Names that mean something to JavaScript must mean nothing to a count.
export const names = ["constructor", "2", "toString", "10", "ö", "hasOwnProperty"];

export interface Case {
  readonly options: readonly string[];
  readonly settings: Content;
  readonly ballots: readonly Weighted<Content>[];
}

const weight = fc.oneof(fc.bigInt(0n, 5n), fc.bigInt(0n, 10n ** 30n));

/** A content that the schema has checked and filled up. */
export function parsed(schema: VotingMethod["ballot"], content: object): Content {
  return schema.parse(content) as Content;
}

export function parseBallot(id: MethodId, content: object): Content {
  return parsed(methodBy(id).ballot, { ...content, method: id });
}

export function casesOf(id: MethodId, most = 12): fc.Arbitrary<Case> {
  const sample = samples[id];
  const { fixedOptions, settings: schema } = methodBy(id);
  const sizes = fixedOptions
    ? fc.constant(fixedOptions)
    : fc.integer({ min: 2, max: names.length }).map((length) => names.slice(0, length));
  return sizes.chain((options) =>
    sample.settings(options).chain((content) => {
      const settings = parsed(schema, { ...content, method: id });
      const ballot = sample.ballot(options, settings).map((one) => parseBallot(id, one));
      return fc.record({
        options: fc.constant(options),
        settings: fc.constant(settings),
        ballots: fc.array(fc.record({ ballot, weight: sample.weight ?? weight }), {
          maxLength: most,
        }),
      });
    }),
  );
}
