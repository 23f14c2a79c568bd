import { pairwiseMatches } from "./pairwise.ts";
import { matchUnit, rootOf } from "./roots.ts";
import { type Claim, shareOut } from "./share-out.ts";

/*
 * Quadratic funding: Buterin, Hitzig and Weyl, "A Flexible Design for Funding Public Goods" (Management Science 65, 2019).
 * Amounts are whole numbers of the smallest unit; roots have thirty decimals and are cut off after them; what is
 * shared out is rounded by largest remainders, so that the pool is never exceeded.
 */

/** What one person pledges to one project; several by one person to one project count together. */
export interface Pledge {
  readonly project: string;
  readonly contributor: string;
  readonly amount: bigint;
}

export interface MatchedProject {
  readonly id: string;
  /** what it gets at most; null where nothing bounds it */
  readonly most: bigint | null;
  /** what it can do nothing with less than */
  readonly least: bigint;
}

export const matchRules = [
  /** (sum of roots)² - sum: what others' pledges add to one's own */
  "minus-contributions",
  /** (sum of roots)² */
  "square-of-sum",
] as const;

export interface QuadraticSettings {
  readonly rule: (typeof matchRules)[number];
  /**
   * What two people's pledges match together is multiplied by M / (M + what they have in common), so that pledges of people
   * who always agree count for less (Buterin, "Pairwise coordination subsidies", 2019); null leaves it out.
   */
  readonly pairBound: bigint | null;
  /** The whole pool is shared out in proportion; otherwise the plain matches are paid where they fit in. */
  readonly spendWholePool: boolean;
}

export interface Match {
  readonly project: string;
  readonly contributors: number;
  readonly pledged: bigint;
  /** before the pool, in parts of `matchUnit` */
  readonly raw: bigint;
  /** what it gets out of the pool */
  readonly amount: bigint;
  /** It would get more but for its own bound. */
  readonly isCapped: boolean;
  /** What it would get is less than it can do anything with: it gets nothing, and others more. */
  readonly isTooLittle: boolean;
}

export interface QuadraticInput {
  readonly pool: bigint;
  readonly projects: readonly MatchedProject[];
  readonly pledges: readonly Pledge[];
  readonly settings: QuadraticSettings;
}

/** For each project what everybody pledges to it; throws a RangeError for unknown projects and amounts below nothing. */
function gather({ projects, pledges }: QuadraticInput): Map<string, Map<string, bigint>> {
  const byProject = new Map(projects.map(({ id }) => [id, new Map<string, bigint>()]));
  for (const { project, contributor, amount } of pledges) {
    const given = byProject.get(project);
    if (!given) throw new RangeError("a pledge is to a project that is not there");
    if (amount < 0n) throw new RangeError("a pledge is below nothing");
    if (amount > 0n) given.set(contributor, (given.get(contributor) ?? 0n) + amount);
  }
  return byProject;
}

const sum = (all: Iterable<bigint>): bigint => {
  let total = 0n;
  for (const one of all) total += one;
  return total;
};

/** Twice the sum of all products of two different roots, which is (sum of roots)² less the sum of squares. */
function plainMatch(given: ReadonlyMap<string, bigint>): bigint {
  const roots = [...given.values()].map(rootOf);
  return sum(roots) ** 2n - sum(roots.map((root) => root * root));
}

/** Shares the pool out among projects; in the order of the projects. */
export function quadraticFunding(input: QuadraticInput): Match[] {
  const { pool, projects, settings } = input;
  const byProject = gather(input);
  const bounded =
    settings.pairBound === null ? null : pairwiseMatches(byProject, settings.pairBound);
  const raws = projects.map(({ id }) => {
    const given = byProject.get(id) ?? new Map<string, bigint>();
    const match = bounded ? (bounded.get(id) ?? 0n) : plainMatch(given);
    return settings.rule === "square-of-sum" ? match + sum(given.values()) * matchUnit : match;
  });
  const claims = projects.map(({ most, least }, at): Claim => {
    return { raw: raws[at] ?? 0n, most, least };
  });
  const shares = shareOut(claims, {
    pool,
    unit: matchUnit,
    spendWholePool: settings.spendWholePool,
  });
  return projects.map(({ id }, at) => {
    const given = byProject.get(id) ?? new Map<string, bigint>();
    const share = shares[at] ?? { amount: 0n, isCapped: false, isTooLittle: false };
    const pledged = sum(given.values());
    return { project: id, contributors: given.size, pledged, raw: raws[at] ?? 0n, ...share };
  });
}
