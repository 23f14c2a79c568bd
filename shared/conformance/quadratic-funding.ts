import { z } from "zod";
import { matchRules, quadraticFunding } from "../funding/quadratic.ts";
import { fraction } from "../voting/fraction.ts";
import { firstFault } from "./election.ts";
import { CaseNumber, decimalText, exact, isMet, wholeNumbers } from "./exact-number.ts";
import { failure, findOut, NotApplicable, type Area, type Difference } from "./finding.ts";

const area = "qf";
const NotNegative = CaseNumber.refine((value) => exact(value).num >= 0n, { error: "below 0" });

const QuadraticCase = z.object({
  pool: NotNegative,
  contributions: z.array(
    z.object({ project: z.string(), contributor: z.string(), amount: NotNegative }),
  ),
  rule: z.string(),
  cap: CaseNumber.nullish(),
  spendWholePool: z.boolean(),
  expected: z.object({ match: z.record(z.string(), CaseNumber) }),
  tolerance: z.number().optional(),
});
type QuadraticCase = z.infer<typeof QuadraticCase>;

/** Into so many parts the smallest amount of a case is divided, so that matches are compared and not their rounding. */
const parts = 10n ** 12n;

function compare(data: QuadraticCase): Difference[] | null {
  const rule = matchRules.find((known) => known === data.rule);
  if (!rule) throw new NotApplicable("no match of this name is computed here");
  const { unit, amounts } = wholeNumbers([
    data.pool,
    data.cap ?? 0,
    ...data.contributions.map(({ amount }) => amount),
  ]);
  const [pool = 0n, cap = 0n, ...given] = amounts.map((amount) => amount * parts);
  const projects = [...new Set(data.contributions.map(({ project }) => project))];
  const most = data.cap === null || data.cap === undefined ? null : cap;
  const matches = quadraticFunding({
    pool,
    projects: projects.map((id) => ({ id, most, least: 0n })),
    pledges: data.contributions.map(({ project, contributor }, at) => {
      return { project, contributor, amount: given[at] ?? 0n };
    }),
    settings: { rule, pairBound: null, spendWholePool: data.spendWholePool },
  });
  const names = Object.keys(data.expected.match);
  if (names.length === 0) return null;
  return names.flatMap((name) => {
    const expected = data.expected.match[name] ?? 0;
    const amount = matches.find(({ project }) => project === name)?.amount ?? 0n;
    const got = fraction(amount, unit * parts);
    const isSame = isMet(expected, got, data.tolerance);
    return isSame ? [] : [{ what: `match of ${name}`, expected, got: decimalText(got) }];
  });
}

/** How a pool is shared out by the roots of what people give. */
export const quadraticFundings: Area = {
  name: area,
  check(id, content) {
    const { data, error } = QuadraticCase.safeParse(content);
    if (!data) return [failure({ area, id, rule: "case" }, firstFault(error))];
    return [findOut({ area, id, rule: data.rule }, () => compare(data))];
  },
};
