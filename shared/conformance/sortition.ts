import { loadHighs } from "../sortition/load-highs.ts";
import { z } from "zod";
import {
  drawUpLottery,
  examine,
  type FairLottery,
  type FairnessRule,
  type Feasibility,
  highsSolver,
  type SortitionPool,
  spreadOf,
} from "../sortition/index.ts";
import { firstFault } from "./election.ts";
import { type Area, type Difference, failure, findOut, NotApplicable } from "./finding.ts";

const area = "sortition";
const solver = highsSolver(await loadHighs());

const Chances = z.record(z.string(), z.number());

const SortitionCase = z.object({
  panelSize: z.int().min(1),
  categories: z.record(z.string(), z.record(z.string(), z.object({ min: z.int(), max: z.int() }))),
  people: z.array(
    z.object({
      id: z.string(),
      attributes: z.record(z.string(), z.string()),
      household: z.string().nullish(),
    }),
  ),
  onePerHousehold: z.boolean().nullish(),
  expected: z.looseObject({
    feasible: z.boolean(),
    feasiblePanels: z.array(z.array(z.string())).nullish(),
    neverSelectable: z.array(z.string()).nullish(),
    maximin: z.looseObject({ value: z.number(), marginals: Chances.nullish() }).nullish(),
    leximin: z.looseObject({ marginals: Chances }).nullish(),
    nash: z.looseObject({ marginals: Chances }).nullish(),
    gini: z.number().nullish(),
    minimumPanelSize: z.int().nullish(),
    maximumPanelSize: z.int().nullish(),
  }),
});
type SortitionCase = z.infer<typeof SortitionCase>;

const poolOf = ({
  panelSize,
  categories,
  people,
  onePerHousehold,
}: SortitionCase): SortitionPool => ({
  seats: panelSize,
  quotas: categories,
  people: people.map(({ id, attributes, household }) => ({
    id,
    attributes,
    household: household ?? undefined,
  })),
  onePerHousehold: onePerHousehold ?? false,
});

/** Each panel of a lottery is one of a thousand, so that no chance is told more exactly than this. */
const grain = 0.002;

const differs = (what: string, expected: unknown, got: unknown): Difference[] =>
  JSON.stringify(expected) === JSON.stringify(got) ? [] : [{ what, expected, got }];

const near = (
  what: string,
  [expected, got]: readonly [number, number],
  tolerance: number,
): Difference[] => (Math.abs(expected - got) <= tolerance ? [] : [{ what, expected, got }]);

const compareChances = (expected: Readonly<Record<string, number>>, { aims }: FairLottery) =>
  Object.entries(expected).flatMap(([id, chance]) =>
    near(`chance of ${id}`, [chance, aims.get(id) ?? 0], grain),
  );

const sorted = (panels: readonly (readonly string[])[]) =>
  panels.map((panel) => panel.toSorted().join(" ")).toSorted();

type Ask = (rule: FairnessRule) => FairLottery;
type Check = (one: SortitionCase, ask: Ask, found: Feasibility) => Difference[] | null;

/** What each expectation of a case is held against; null where a case does not have it. */
const checks: Readonly<Record<string, Check>> = {
  feasible: ({ expected }, _ask, { isFeasible }) =>
    differs("feasible", expected.feasible, isFeasible),
  maximin: ({ expected: { maximin } }, ask) =>
    maximin
      ? [
          ...near("lowest chance", [maximin.value, ask("maximin").maximin], 1e-6),
          ...compareChances(maximin.marginals ?? {}, ask("leximin")),
        ]
      : null,
  leximin: ({ expected: { leximin } }, ask) =>
    leximin ? compareChances(leximin.marginals, ask("leximin")) : null,
  nash: ({ expected: { nash } }, ask) =>
    nash ? compareChances(nash.marginals, ask("nash")) : null,
  gini: ({ expected: { gini }, people }, ask) => {
    if (gini == null) return null;
    const { panels } = ask("leximin");
    const ids = people.map(({ id }) => id);
    return near("gini", [gini, spreadOf(ids, panels).gini], 0.005);
  },
  neverSelectable: ({ expected: { neverSelectable } }, ask) =>
    neverSelectable
      ? differs("never selectable", neverSelectable.toSorted(), ask("maximin").neverSelectable)
      : null,
  feasiblePanels: ({ expected: { feasiblePanels, feasible } }, ask) => {
    if (!feasiblePanels) return null;
    if (!feasible) return differs("panels", [], feasiblePanels);
    const known = sorted(feasiblePanels);
    const strange = sorted(ask("maximin").panels).filter((panel) => !known.includes(panel));
    return strange.length === 0 ? [] : [{ what: "panels", expected: known, got: strange[0] }];
  },
  minimumPanelSize: ({ expected }, _ask, found) =>
    expected.minimumPanelSize != null && found.isFeasible
      ? differs("fewest seats", expected.minimumPanelSize, found.fewestSeats)
      : null,
  maximumPanelSize: ({ expected }, _ask, found) =>
    expected.maximumPanelSize != null && found.isFeasible
      ? differs("most seats", expected.maximumPanelSize, found.mostSeats)
      : null,
};

/** Panels drawn by lot under quotas. */
export const sortition: Area = {
  name: area,
  check(id, content) {
    const { data, error } = SortitionCase.safeParse(content);
    if (!data) return [failure({ area, id, rule: "case" }, firstFault(error))];
    const pool = poolOf(data);
    const drawn = new Map<FairnessRule, FairLottery>();
    const ask: Ask = (rule) => {
      const lottery = drawn.get(rule) ?? drawUpLottery(pool, { rule, solver });
      drawn.set(rule, lottery);
      return lottery;
    };
    let found: Feasibility | undefined;
    return Object.entries(checks).flatMap(([rule, check]) => {
      if (data.expected[rule] == null) return [];
      return [
        findOut({ area, id, rule }, () => {
          found ??= examine(pool, solver);
          const differences = check(data, ask, found);
          if (differences) return differences;
          throw new NotApplicable("there is nothing of the kind where no panel meets the quotas");
        }),
      ];
    });
  },
};
