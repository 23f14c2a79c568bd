import { z } from "zod";
import { approval } from "./approval.ts";
import { borda } from "./borda.ts";
import { budget } from "./budget.ts";
import { consent } from "./consent.ts";
import { copeland } from "./copeland.ts";
import { cumulative } from "./cumulative.ts";
import { commonStepCodes } from "./explanation.ts";
import { irv } from "./irv.ts";
import { majorityJudgment } from "./majority-judgment.ts";
import { meek } from "./meek.ts";
import {
  headsOf,
  maxOptions,
  type BallotFault,
  type CountInput,
  type Rule,
  type SettingFault,
  type Step,
  type VotingMethod,
} from "./method.ts";
import { minimax } from "./minimax.ts";
import { plurality } from "./plurality.ts";
import { quadratic } from "./quadratic.ts";
import { rankedPairs } from "./ranked-pairs.ts";
import { schulze } from "./schulze.ts";
import { score } from "./score.ts";
import { star } from "./star.ts";
import { stv } from "./stv.ts";
import type { Tally } from "./tally.ts";
import { timePoll } from "./time-poll.ts";
import { twoRound } from "./two-round.ts";
import { yesNo } from "./yes-no.ts";

/** Every voting method there is. A new one is a file of its own and a line here; schemas, types and laws follow. */
export const methods = {
  plurality,
  approval,
  score,
  star,
  "majority-judgment": majorityJudgment,
  borda,
  "two-round": twoRound,
  irv,
  schulze,
  "ranked-pairs": rankedPairs,
  copeland,
  minimax,
  stv,
  meek,
  cumulative,
  quadratic,
  budget,
  consent,
  "yes-no": yesNo,
  "time-poll": timePoll,
} as const;

type AnyOf = (typeof methods)[keyof typeof methods];
const all = Object.values(methods);
const atLeastOne = <T>([first, ...rest]: readonly T[]): [T, ...T[]] => {
  if (first === undefined) throw new RangeError("there is no voting method");
  return [first, ...rest];
};

export const methodIds = atLeastOne(all.map(({ id }) => id));
export const MethodId = z.enum(methodIds);
export type MethodId = z.infer<typeof MethodId>;

/** A ballot of any method, as it is cast, stored and published. */
export const Ballot = z
  .discriminatedUnion("method", atLeastOne(all.map(({ ballot }) => ballot)))
  .meta({ id: "Ballot" });
export type Ballot = z.infer<typeof Ballot>;

/** A decision's choice of method, with what that method lets it set. */
export const Settings = z
  .discriminatedUnion("method", atLeastOne(all.map(({ settings }) => settings)))
  .meta({ id: "VotingSettings" });
export type Settings = z.infer<typeof Settings>;

/** Every code that an explanation may use: each needs words in each language. */
export type StepCode = AnyOf["stepCodes"][number];
export const stepCodes: readonly StepCode[] = [
  ...new Set<StepCode>([...commonStepCodes, ...all.flatMap(({ stepCodes: codes }) => codes)]),
];

/** A method, seen as one of many: its schemas check what it is given. */
export function methodBy(id: MethodId): VotingMethod {
  return methods[id];
}

const methodOf = ({ method }: Settings) => methodBy(method);

/** What can be chosen where the method says so itself; null where the decision does. */
export function fixedOptionsOf(settings: Settings): readonly string[] | null {
  return methodOf(settings).fixedOptions ?? null;
}

/** At most so many faults are told of one ballot, or of what a method has settings about. */
const mostFaults = 20;

/** Finds what is wrong with a decision's options and settings before it opens. */
export function validateSettings({ options, settings }: Rule<Settings>): SettingFault[] {
  const faults: SettingFault[] = [];
  const method = methodOf(settings);
  const winners = method.places(settings);
  const add = (pointer: string, code: SettingFault["code"], values: SettingFault["values"]) =>
    faults.push({ pointer, code, values });
  if (options.length < 2) add("/options", "too-few-options", { least: 2 });
  if (options.length > maxOptions) add("/options", "too-many-options", { most: maxOptions });
  options.forEach((option, at) => {
    if (options.indexOf(option) < at) add(`/options/${at}`, "duplicate-option", { option });
    // JSON objects in JavaScript cannot carry this key safely.
    if (option === "__proto__") add(`/options/${at}`, "reserved-option", { option });
  });
  if (options.length >= 2 && winners !== null && winners >= options.length) {
    add("/settings/winners", "too-many-winners", { winners, most: options.length - 1 });
  }
  const own = method.validateSettings?.({ options, settings }) ?? [];
  return [...faults, ...own.slice(0, mostFaults)];
}

/** Finds what is wrong with a well-formed ballot in this decision; no fault means that it can be counted. */
export function validateBallot(ballot: Ballot, rule: Rule<Settings>): BallotFault[] {
  const { method } = rule.settings;
  if (ballot.method !== method) {
    return [{ pointer: "/method", code: "wrong-method", values: { expected: method } }];
  }
  return methodOf(rule.settings).validate(ballot, rule).slice(0, mostFaults);
}

/**
 * Counts the ballots by the decision's method. Equal ballots may be put together, in which case methods see fewer; how
 * many people cast them is told all the same.
 */
export function countBallots(input: CountInput<Ballot, Settings>): Tally {
  const { method } = input.settings;
  for (const { ballot } of input.ballots) {
    if (ballot.method !== method) throw new RangeError("a ballot is for another method");
  }
  return { ...methodOf(input.settings).count(input), ballots: headsOf(input.ballots) };
}

/** Why the result is as it is, step by step, for a page to put into words. */
export function explainTally(tally: Tally): Step<StepCode>[] {
  const id = MethodId.safeParse(tally.method);
  if (!id.success) throw new RangeError("the tally is of an unknown method");
  return methods[id.data].explain(tally);
}
