import { openMaster } from "./columns.ts";
import { kindsOf } from "./kinds.ts";
import { leximinOver, maximinOver } from "./levels.ts";
import { lotterySize, lotteryTowards } from "./lottery.ts";
import { nashChances } from "./nash.ts";
import { coverAll, openOracle, type Oracle, type Panel } from "./oracle.ts";
import { checkPool, type SortitionPool } from "./pool.ts";
import { sharedChances } from "./relaxation.ts";
import { seatPeople } from "./seating.ts";
import type { Solver } from "./solver.ts";

/** What is fair: that the lowest chance is highest, and then the next; the lowest alone; or the product of all. */
export const fairnessRules = ["leximin", "maximin", "nash"] as const;
export type FairnessRule = (typeof fairnessRules)[number];

/** How far a lottery is; its last stage counts the panels. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

export interface FairLottery {
  readonly rule: FairnessRule;
  /** The highest chance that whoever can sit at all and has the lowest could have: no lottery has a higher one. */
  readonly maximin: number;
  /** A thousand panels by ids, each as likely as the others. */
  readonly panels: readonly (readonly string[])[];
  /** Who sits on no panel that meets the quotas. */
  readonly neverSelectable: readonly string[];
  /** The chance by rule of those who can sit, by id; the lottery's differ from it by `gap` at most. */
  readonly aims: ReadonlyMap<string, number>;
  readonly gap: number;
}

interface Options {
  readonly rule: FairnessRule;
  readonly solver: Solver;
  readonly tell?: (progress: Progress) => void;
}

/**
 * Draws up the fairest lottery over the panels that meet the quotas.
 *
 * LEXIMIN is aimed at where seats could be shared first (`sharedChances`). Where a thousand panels reach that, nothing
 * fairer is possible; where a panel proves that none can, it is found level by level. The lowest chance is exact in both.
 * @throws RangeError for a pool that is none, or without a panel that meets the quotas
 */
export function drawUpLottery(pool: SortitionPool, options: Options): FairLottery {
  checkPool(pool);
  const { solver, tell = () => undefined } = options;
  const kinds = kindsOf(pool);
  const sizes = kinds.kinds.map(({ people }) => people.length);
  const oracle = openOracle(pool, kinds, solver);
  try {
    const { panels: found, covered } = coverAll(oracle, sizes.length);
    const shared = sharedChances(pool, kinds, { solver, covered });
    const scene: Scene = { solver, oracle, sizes, covered, shared, found, tell };
    const { chances, panels, maximin } = lotteryOf(scene, options.rule);
    const seated = seatPeople(kinds, panels);
    const sat = timesSeated(seated);
    const people = kinds.kinds.flatMap(({ people: alike }, at) =>
      alike.map(({ id }) => ({ id, chance: chances[at] ?? 0, isCovered: covered[at] === true })),
    );
    const gaps = people.map(({ id, chance }) =>
      Math.abs((sat.get(id) ?? 0) / lotterySize - chance),
    );
    return {
      rule: options.rule,
      maximin,
      panels: seated,
      neverSelectable: people.flatMap(({ id, isCovered }) => (isCovered ? [] : [id])).toSorted(),
      aims: new Map(
        people.flatMap(({ id, chance, isCovered }) => (isCovered ? [[id, chance]] : [])),
      ),
      gap: Math.max(...gaps),
    };
  } finally {
    oracle.close();
  }
}

interface Scene {
  readonly solver: Solver;
  readonly oracle: Oracle;
  readonly sizes: readonly number[];
  readonly covered: readonly boolean[];
  readonly shared: readonly number[];
  readonly found: readonly Panel[];
  readonly tell: (progress: Progress) => void;
}

function lotteryOf(scene: Scene, rule: FairnessRule) {
  const { sizes, covered, shared, oracle } = scene;
  const tell = (done: number) => scene.tell({ done, of: lotterySize });
  const most = Math.min(...shared.filter((_, at) => covered[at]));
  const among = { sizes, covered, most };
  const towards = (chances: readonly number[]) => lotteryTowards({ sizes, chances, oracle, tell });
  const reached = rule === "leximin" ? towards(shared) : null;
  const master = openMaster(scene.solver, oracle, {
    panels: distinct([...scene.found, ...(reached ?? [])]),
    sizes,
  });
  try {
    const { level: maximin, chances: equal } = maximinOver(master, among);
    if (reached) return { chances: shared, panels: reached, maximin };
    const chances = {
      leximin: () => leximinOver(master, among),
      maximin: () => equal,
      nash: () => nashChances({ ...among, panels: master.panels, oracle }),
    }[rule]();
    return { chances, panels: towards(chances) ?? [], maximin };
  } finally {
    master.close();
  }
}

const distinct = (panels: readonly Panel[]): Panel[] => [
  ...new Map(panels.map((panel) => [panel.join(), panel])).values(),
];

/** On how many panels each id sits; whoever sits on none is missing. */
export function timesSeated(panels: readonly (readonly string[])[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const id of panels.flat()) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}
