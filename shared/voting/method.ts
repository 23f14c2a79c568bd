import { z } from "zod";
import type { Tally } from "./tally.ts";

/** An option's key in ballots: whatever the decision uses to name its options. */
export const OptionKey = z.string().min(1).max(64);
/** More options than anybody can compare; bounds every list in a ballot. */
export const maxOptions = 500;

/** A ballot and how much it counts. */
export interface Weighted<B> {
  readonly ballot: B;
  readonly weight: bigint;
  /** how many people's equal ballots it stands for; one where it is left out */
  readonly heads?: number;
}

/** Ballots to go over in their order, as often as a count needs: a list, or something that makes each when it comes. */
export interface BallotList<B> extends Iterable<Weighted<B>> {
  readonly length: number;
  forEach(look: (one: Weighted<B>, at: number) => void): void;
}

/** How many people cast these ballots. */
export function headsOf(ballots: BallotList<unknown>): number {
  let all = 0;
  for (const { heads = 1 } of ballots) all += heads;
  return all;
}

/** An order, best first, that settles ties: drawn by lot from a published seed, or given by the chair. */
export interface TieBreak {
  readonly rule: "lot" | "chair";
  readonly order: readonly string[];
}

export interface CountInput<B, S> {
  readonly options: readonly string[];
  /** Ballots in which `validate` found no fault; a count throws a RangeError where it meets one. */
  readonly ballots: BallotList<B>;
  readonly settings: S;
  /** Without it ties are reported and left open. */
  readonly tieBreak?: TieBreak | undefined;
  /** false leaves the comparison of all pairs out of methods that do not need it to find the winner */
  readonly withPairs?: boolean | undefined;
}

export const faultCodes = [
  "wrong-method",
  "unknown-option",
  "duplicate-option",
  "tie-not-allowed",
  "score-too-high",
  "credits-exceeded",
  "votes-against-not-allowed",
  "reason-missing",
] as const;

/** What a voter does, and so which form a ballot needs. */
export const ballotKinds = [
  /** name one option */
  "choice",
  /** name any number of options */
  "approval",
  /** put options in order, several at one place where the method allows it */
  "ranking",
  /** give each option a number on a scale */
  "scores",
  /** give each option a grade */
  "grades",
  /** spread points over options, at most so many in all */
  "points",
  /** buy votes for options (and against), each further one dearer */
  "votes",
  /** say of each time whether one can */
  "availability",
  /** answer one question */
  "answer",
  /** take a stance on one proposal, with the reason */
  "stance",
] as const;
export type BallotKind = (typeof ballotKinds)[number];

/** Why a well-formed ballot does not fit the decision. */
export interface BallotFault {
  /** JSON Pointer (RFC 6901) into the ballot */
  readonly pointer: string;
  readonly code: (typeof faultCodes)[number];
  readonly values: Readonly<Record<string, string | number>>;
}

export const settingFaultCodes = [
  "too-few-options",
  "too-many-options",
  "duplicate-option",
  "reserved-option",
  "too-many-winners",
  "cost-missing",
  "cost-of-no-option",
  "cost-above-budget",
] as const;

/** Why a method cannot decide between these options. */
export interface SettingFault {
  readonly pointer: string;
  readonly code: (typeof settingFaultCodes)[number];
  readonly values: Readonly<Record<string, string | number>>;
}

/** One sentence of an explanation, without the words. */
export interface Step<Code extends string = string> {
  readonly code: Code;
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly amounts: Readonly<Record<string, bigint>>;
  readonly counts: Readonly<Record<string, number>>;
}

/** A schema for an object that says by `method` which method it is for. */
type Tagged<Id extends string> = z.ZodObject<{ method: z.ZodLiteral<Id> } & z.core.$ZodShape>;

/** A way of turning ballots into a result. Pure: the same input gives the same tally everywhere. */
export interface VotingMethod<
  Id extends string = string,
  B extends Tagged<Id> = Tagged<Id>,
  S extends Tagged<Id> = Tagged<Id>,
  Code extends string = string,
> {
  readonly id: Id;
  /** what it is called in English, for programmers; pages have words of their own */
  readonly name: string;
  readonly ballotKind: BallotKind;
  /** Where the method itself says what can be chosen, a decision lists exactly this. */
  readonly fixedOptions?: readonly string[];
  readonly ballot: B;
  /** What the decision may set; `{ method }` alone gives the defaults. */
  readonly settings: S;
  /** Every code that `explain` may use. */
  readonly stepCodes: readonly Code[];
  /** How many options win; null where as many do as there is money for. */
  places(settings: z.infer<S>): number | null;
  /** What of the settings does not fit the options, where a method has settings about each of them. */
  validateSettings?(rule: Rule<z.infer<S>>): SettingFault[];
  validate(ballot: z.infer<B>, rule: Rule<z.infer<S>>): BallotFault[];
  count(input: CountInput<z.infer<B>, z.infer<S>>): Tally;
  explain(tally: Tally): Step<Code>[];
}

/** What a ballot is checked against. */
export interface Rule<S> {
  readonly options: readonly string[];
  readonly settings: S;
}

/** Describes one method; its types follow from its schemas. */
export function votingMethod<
  const Id extends string,
  B extends Tagged<Id>,
  S extends Tagged<Id>,
  Code extends string,
>(method: VotingMethod<Id, B, S, Code>): VotingMethod<Id, B, S, Code> {
  return method;
}
