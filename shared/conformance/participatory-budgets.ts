import { z } from "zod";
import { bestWelfare } from "../funding/best-welfare.ts";
import { equalShares } from "../funding/equal-shares.ts";
import { greedy } from "../funding/greedy.ts";
import { backersOf, costOf, utilities, type Poll } from "../funding/poll.ts";
import { firstFault } from "./election.ts";
import { failure, findOut, NotApplicable, type Area, type Difference } from "./finding.ts";

const area = "pb";
const Amount = z.int().min(1);

const Expected = z.object({
  rule: z.string(),
  utility: z.enum(utilities).optional(),
  completion: z.string().optional(),
  outcomes: z.array(z.array(z.string())).optional(),
  totalCost: z.int().optional(),
  voteCounts: z.record(z.string(), z.int()).optional(),
});
type Expected = z.infer<typeof Expected>;

const BudgetCase = z.object({
  budget: Amount,
  projects: z.array(z.object({ id: z.string(), cost: Amount })).min(1),
  ballots: z.array(z.object({ count: z.int().min(1), approve: z.array(z.string()) })),
  expected: z.array(Expected).min(1),
});

function pollOf({ budget, projects, ballots }: z.infer<typeof BudgetCase>): Poll {
  const places = new Map(projects.map(({ id }, place) => [id, place]));
  const placeOf = (id: string): number => {
    const place = places.get(id);
    if (place === undefined) throw new RangeError(`a ballot names ${id}, which is no project`);
    return place;
  };
  return {
    budget: BigInt(budget),
    projects: projects.map(({ id, cost }) => ({ id, cost: BigInt(cost) })),
    ballots: ballots.map(({ count, approve }) => ({
      heads: count,
      backs: [...new Set(approve)].map((id) => ({ place: placeOf(id), points: 1 })),
    })),
  };
}

/** `add1-until-overspend` raises shares by one unit at a time, and fills nothing up after that. */
const completions = {
  none: { completion: "none" },
  "add1-until-overspend": { completion: "add1", utilitarian: false, step: 1n },
} as const;

function fundedBy(poll: Poll, { rule, utility = "cost", completion = "none" }: Expected) {
  const funded = (turns: ReturnType<typeof greedy>) =>
    turns.filter(({ isFunded }) => isFunded).map(({ place }) => place);
  switch (rule) {
    case "greedy-votes":
      return funded(greedy(poll, "cost"));
    case "greedy-welfare":
      return funded(greedy(poll, utility));
    case "max-welfare":
      return bestWelfare(poll, utility).funded;
    case "mes": {
      const known = Object.entries(completions).find(([name]) => name === completion)?.[1];
      if (!known) throw new NotApplicable("shares are not completed in this way here");
      return equalShares(poll, { utility, ...known }).funded;
    }
    default:
      throw new NotApplicable("no rule of this name is counted here");
  }
}

function compareOutcome(poll: Poll, expected: Expected): Difference[] {
  const { outcomes = [], totalCost } = expected;
  const places = fundedBy(poll, expected);
  const got = places.map((place) => poll.projects[place]?.id ?? "").toSorted();
  const legal = outcomes.map((outcome) => outcome.toSorted().join("\n"));
  const differences: Difference[] = [];
  if (!legal.includes(got.join("\n")))
    differences.push({ what: "funded", expected: outcomes, got });
  const cost = Number(costOf(poll, places));
  if (totalCost !== undefined && cost !== totalCost) {
    differences.push({ what: "total cost", expected: totalCost, got: cost });
  }
  return differences;
}

function compareCounts(poll: Poll, voteCounts: Readonly<Record<string, number>>): Difference[] {
  const { people } = backersOf(poll);
  return poll.projects.flatMap(({ id }, place) => {
    const [expected, got] = [voteCounts[id] ?? 0, people[place] ?? 0];
    return expected === got ? [] : [{ what: `votes for ${id}`, expected, got }];
  });
}

function compare(poll: Poll, expected: Expected): Difference[] | null {
  if (expected.rule === "vote-counts") {
    return expected.voteCounts ? compareCounts(poll, expected.voteCounts) : null;
  }
  return expected.outcomes ? compareOutcome(poll, expected) : null;
}

/** Which projects are funded out of one budget, by ballots that approve them. */
export const participatoryBudgets: Area = {
  name: area,
  check(id, content) {
    const { data, error } = BudgetCase.safeParse(content);
    if (!data) return [failure({ area, id, rule: "case" }, firstFault(error))];
    return data.expected.map((expected) => {
      const { rule, utility, completion } = expected;
      const named = [rule, utility, completion].filter((part) => part !== undefined).join("/");
      return findOut({ area, id, rule: named }, () => compare(pollOf(data), expected));
    });
  },
};
