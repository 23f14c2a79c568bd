import { z } from "zod";
import { FundingWork } from "./funding-work.ts";

/** What a score counts, so that a page can name it. */
export const measures = [
  "votes",
  "approvals",
  "points",
  "votes-in-last-round",
  "rivals-beaten",
  /** how bad the worst defeat is: less is better */
  "worst-defeat",
  /** the grade in the middle, counted from 0 */
  "median-grade",
] as const;
export type Measure = (typeof measures)[number];

/** Of what a threshold is a share. */
export const bases = [
  /** the weight of all ballots cast, blank ones included */
  "ballots",
  /** the weight of the ballots that still counted for somebody in the last round */
  "continuing-ballots",
  /** what the option would have if every ballot gave it the highest score */
  "possible-points",
  /** the ballots that prefer one of the two, in the winner's closest comparison with another option */
  "closest-pair",
  /** the ballots that prefer one of the two who are left for the last comparison */
  "last-pair",
  /** the ballots that take sides */
  "yes-and-no",
] as const;
export type Basis = (typeof bases)[number];

/** How equal standing was settled: not at all, by lot, or by the chair. */
export const tieRules = ["none", "lot", "chair"] as const;
export type TieRule = (typeof tieRules)[number];

/** How a round's tie for elimination was handled. */
export const roundTieRules = [
  /** all out at once: even with each other's votes none of them could catch up with the next */
  "together",
  /** out went the one with the fewest first choices */
  "first-choices",
  /** out went the one with fewest votes at the latest stage at which they were not level */
  "earlier-stages",
  "lot",
  "chair",
  /** not settled, and it need not be: every order of elimination elects the same option */
  "no-effect",
  /** not settled, and the winner depends on it */
  "open",
] as const;
export type RoundTieRule = (typeof roundTieRules)[number];

/** Options of equal standing that compete for fewer places than they are. */
export interface Tie {
  readonly between: readonly string[];
  /** how many of them can win */
  readonly places: number;
  readonly rule: TieRule;
  /** false where `between` may name too many: telling exactly would have taken too long */
  readonly isExact: boolean;
}

export interface RoundTie {
  readonly between: readonly string[];
  readonly rule: RoundTieRule;
}

/** One round of a count in rounds. */
export interface RoundOf<A> {
  readonly votes: readonly { readonly option: string; readonly votes: A }[];
  /** weight of the ballots that name nobody who is still in */
  readonly exhausted: A;
  readonly elected: readonly string[];
  readonly eliminated: readonly string[];
  readonly tie: RoundTie | null;
  /** what elects, where several are elected */
  readonly quota?: A | undefined;
  /** whose surplus goes on after this round */
  readonly passedOn?: readonly string[] | undefined;
}

/** Each option against each other one. */
export interface PairsOf<A> {
  /** `preferred[i][j]`: weight of the ballots that put `options[i]` above `options[j]` */
  readonly preferred: readonly (readonly A[])[];
  /** beats every other one */
  readonly condorcetWinner: string | null;
  /** smallest set whose members each beat everybody outside it */
  readonly smithSet: readonly string[];
}

/** How many put an option on which level. */
export interface LevelsOf<A> {
  readonly option: string;
  readonly weights: readonly A[];
}

/** Votes for an option as a share: `votes` of `of`. */
export interface SupportOf<A> {
  readonly option: string;
  readonly votes: A;
  readonly of: A;
}

/**
 * What a count found, with its working. Amounts (`A`) are `bigint` in the kernel and decimal strings
 * on the wire; they are whole numbers of 1/`denominator` of the unit in which weights are given.
 * Lists follow the decision's order of options, and nothing else ever follows from that order.
 */
export interface TallyOf<A> {
  readonly method: string;
  readonly options: readonly string[];
  readonly denominator: number;
  readonly measure: Measure;
  /** how many ballots were counted, and their weight */
  readonly ballots: number;
  readonly weight: A;
  /** weight of the ballots that state nothing */
  readonly blank: A;
  readonly scores: readonly { readonly option: string; readonly score: A }[];
  /** best first; options in one group are level */
  readonly ranking: readonly (readonly string[])[];
  /** all who win, best first; where an open tie is for winning, all who may */
  readonly winners: readonly string[];
  readonly tie: Tie | null;
  readonly basis: Basis;
  /**
   * how much backs each winner: the least that it can be where a draw that changes nothing else is
   * still open; null where even the winner depends on one
   */
  readonly support: readonly SupportOf<A>[] | null;
  readonly rounds: readonly RoundOf<A>[];
  /** Where ballots put each option on one of a few levels: the weight on each of them, the lowest first. */
  readonly levels?: readonly LevelsOf<A>[] | undefined;
  /** Where a budget is shared out: who paid for what. */
  readonly funding?: FundingWork | undefined;
  readonly pairs: PairsOf<A> | null;
  /** `paths[i][j]`: strength of the strongest path from `options[i]` to `options[j]` */
  readonly paths: readonly (readonly A[])[] | null;
}

export type Tally = TallyOf<bigint>;
export type Round = RoundOf<bigint>;
export type Pairs = PairsOf<bigint>;
export type Support = SupportOf<bigint>;

const options = z.array(z.string());
/** An exact whole number as decimal text, since JSON numbers are not exact. */
export const Amount = z.string().regex(/^-?\d{1,200}$/);
const matrix = z.array(z.array(Amount));
const support = z.object({ option: z.string(), votes: Amount, of: Amount });
const round = z.object({
  votes: z.array(z.object({ option: z.string(), votes: Amount })),
  exhausted: Amount,
  elected: options,
  eliminated: options,
  tie: z.object({ between: options, rule: z.enum(roundTieRules) }).nullable(),
  quota: Amount.optional(),
  passedOn: options.optional(),
});

/** A tally as it is stored and sent. */
export const TallyView = z
  .object({
    method: z.string(),
    options,
    denominator: z.int().min(1),
    measure: z.enum(measures),
    ballots: z.int().min(0),
    weight: Amount,
    blank: Amount,
    scores: z.array(z.object({ option: z.string(), score: Amount })),
    ranking: z.array(options),
    winners: options,
    tie: z
      .object({
        between: options,
        places: z.int().min(1),
        rule: z.enum(tieRules),
        isExact: z.boolean(),
      })
      .nullable(),
    basis: z.enum(bases),
    support: z.array(support).nullable(),
    rounds: z.array(round),
    levels: z.array(z.object({ option: z.string(), weights: z.array(Amount) })).optional(),
    funding: FundingWork.optional(),
    pairs: z
      .object({ preferred: matrix, condorcetWinner: z.string().nullable(), smithSet: options })
      .nullable(),
    paths: matrix.nullable(),
  })
  .meta({ id: "Tally" });
export type TallyView = z.infer<typeof TallyView>;

function mapRound<A, B>(from: RoundOf<A>, convert: (amount: A) => B): RoundOf<B> {
  const votes = from.votes.map((entry) => ({
    option: entry.option,
    votes: convert(entry.votes),
  }));
  const { quota, ...rest } = from;
  const round = { ...rest, votes, exhausted: convert(from.exhausted) };
  return quota === undefined ? round : { ...round, quota: convert(quota) };
}

function mapAmounts<A, B>(tally: TallyOf<A>, convert: (amount: A) => B): TallyOf<B> {
  const rows = (cells: readonly (readonly A[])[]) => cells.map((row) => row.map(convert));
  const { pairs, paths, levels, ...rest } = tally;
  return {
    ...rest,
    weight: convert(tally.weight),
    blank: convert(tally.blank),
    scores: tally.scores.map(({ option, score }) => ({ option, score: convert(score) })),
    support:
      tally.support?.map(({ option, votes, of }) => ({
        option,
        votes: convert(votes),
        of: convert(of),
      })) ?? null,
    rounds: tally.rounds.map((entry) => mapRound(entry, convert)),
    ...(levels && {
      levels: levels.map(({ option, weights }) => ({ option, weights: weights.map(convert) })),
    }),
    pairs: pairs && { ...pairs, preferred: rows(pairs.preferred) },
    paths: paths && rows(paths),
  };
}

/** The tally with its amounts as decimal text. */
export function tallyToJson(tally: Tally): TallyView {
  return TallyView.parse(mapAmounts(tally, String));
}

/** The tally that `tallyToJson` wrote. */
export function tallyFromJson(view: TallyView): Tally {
  return mapAmounts<string, bigint>(view, BigInt);
}
