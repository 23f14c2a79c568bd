import { compareElection } from "./compare-election.ts";
import type { Computed } from "./computed.ts";
import {
  Election,
  firstFault,
  readExpectation,
  type AnyElection,
  type Expectation,
} from "./election.ts";
import { failure, findOut, NotApplicable, type Area, type Difference } from "./finding.ts";
import { approvalRules, scoreRules, type ApprovalRule, type ScoreRule } from "./rules-cardinal.ts";
import { rankedRules, type RankedRule } from "./rules-ranked.ts";
import { stvRules, type StvRule } from "./rules-stv.ts";

const area = "elections";

const ruleOf = ({ method, variant }: Expectation) =>
  variant === undefined ? method : `${method}/${variant}`;

/** What a list itself has by this name: names like "constructor" are none. */
function named<T>(rules: Readonly<Record<string, T>>, rule: string): T | undefined {
  return Object.hasOwn(rules, rule) ? rules[rule] : undefined;
}

const kinds = { ranked: rankedRules, approval: approvalRules, score: scoreRules } as const;

/** Why there is no rule of this name for these ballots. */
function missing(election: AnyElection, rule: string): NotApplicable {
  const all = { ...kinds, ranked: { ...rankedRules, ...stvRules } };
  const fitting = Object.entries(all).find(([, rules]) => Object.hasOwn(rules, rule));
  return new NotApplicable(
    fitting
      ? `it counts ${fitting[0]} ballots, these are ${election.ballotType} ones`
      : "no rule of this name is counted here",
  );
}

function* computedOf(election: AnyElection, expected: Expectation): Iterable<Computed> {
  const rule = ruleOf(expected);
  if (election.ballotType === "ranked") {
    const transferable = named<StvRule>(stvRules, rule);
    const ranked = named<RankedRule>(rankedRules, rule);
    if (transferable) return yield* transferable(election, expected);
    if (ranked) return yield ranked(election, expected);
  } else if (election.ballotType === "approval") {
    const approval = named<ApprovalRule>(approvalRules, rule);
    if (approval) return yield approval(election, expected);
  } else {
    const score = named<ScoreRule>(scoreRules, rule);
    if (score) return yield score(election, expected);
  }
  throw missing(election, rule);
}

/** Where a count can go several ways, one of them has to be as published; told is how the nearest differs. */
function differences(election: AnyElection, expected: Expectation): Difference[] | null {
  let nearest: Difference[] | null = null;
  for (const computed of computedOf(election, expected)) {
    const found = compareElection(computed, expected);
    if (found === null || found.length === 0) return found;
    if (nearest === null || found.length < nearest.length) nearest = found;
  }
  return nearest;
}

/** Elections with the result that their source published. */
export const elections: Area = {
  name: area,
  check(id, content) {
    const { data, error } = Election.safeParse(content);
    if (!data) return [failure({ area, id, rule: "case" }, firstFault(error))];
    return data.expected.map((content, at) => {
      const expected = readExpectation(content);
      if (!expected.success) {
        const reason = firstFault(expected.error, ["expected", at]);
        return failure({ area, id, rule: "case" }, reason);
      }
      const rule = ruleOf(expected.data);
      return findOut({ area, id, rule }, () => differences(data, expected.data));
    });
  },
};
