import { consent } from "./consent.ts";
import { methods as offered } from "./index.ts";
import { majorityJudgment } from "./majority-judgment.ts";
import type { VotingMethod } from "./method.ts";
import { timePoll } from "./time-poll.ts";
import { twoRound } from "./two-round.ts";
import { yesNo } from "./yes-no.ts";

/**
 * Methods whose count is there and that decisions do not offer yet. To offer one, move its line to
 * `methods` in index.ts: ballots, settings and explanations follow, and types and tests tell which
 * form and which words are missing.
 */
const countable = {
  "majority-judgment": majorityJudgment,
  "two-round": twoRound,
  "time-poll": timePoll,
  consent,
  "yes-no": yesNo,
} as const;

/** Every method that can be counted, by its name in ballots and settings. */
export const registry = { ...offered, ...countable } as const;
export type CountableId = keyof typeof registry;
export const countableIds = Object.keys(registry) as CountableId[];

/** A method, seen as one of many: its schemas check what it is given. */
export const countableMethod = (id: CountableId): VotingMethod => registry[id];
