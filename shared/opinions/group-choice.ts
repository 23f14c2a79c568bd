import { drawsFrom } from "./draws.ts";
import { type Clusters, kMeans } from "./k-means.ts";
import type { Points, Positions } from "./points.ts";
import type { Parameters } from "./parameters.ts";
import { silhouette } from "./silhouette.ts";
import { drawnPlaces, firstPlaces } from "./starts.ts";

/** Points in so many groups, and how far these are apart. */
export interface Grouping {
  readonly clusters: Clusters;
  readonly silhouette: number;
}

/** Which number of groups was the best lately: one that is better only once is not taken up. */
export interface GroupCountMemory {
  /** the number that is shown */
  readonly shown: number;
  readonly best: number;
  /** for how many runs in a row that was the best */
  readonly runs: number;
}

/** One grouping for each number of groups that may be, by number; centres of before are tried too. */
export function groupings(
  points: Points,
  parameters: Parameters,
  before: ReadonlyMap<number, Positions>,
): Map<number, Grouping> {
  const count = points.x.length;
  const most = Math.min(parameters.mostGroups, 2 + Math.floor(count / 12));
  const found = new Map<number, Grouping>();
  for (let groups = 2; groups <= Math.min(most, count); groups += 1) {
    const clusters = bestOf(points, groups, { parameters, before: before.get(groups) });
    const large = withoutSmall(points, clusters, parameters.fewestInGroup);
    const weight = parameters.silhouette === "people" ? points.weight : points.weight.map(() => 1);
    const { length } = large.centres.x;
    found.set(groups, {
      clusters: large,
      silhouette: silhouette({ ...points, weight }, large.labels, length),
    });
  }
  return found;
}

interface Trials {
  readonly parameters: Parameters;
  readonly before: Positions | undefined;
}

function bestOf(points: Points, groups: number, { parameters, before }: Trials): Clusters {
  const draw = drawsFrom(parameters.seed + groups);
  const patience = { rounds: parameters.groupRounds, move: parameters.groupMove };
  const starts = before ? [before] : [];
  if (parameters.start === "first") starts.splice(0, 1, before ?? firstPlaces(points, groups));
  else
    for (let time = 0; time < parameters.groupStarts; time += 1)
      starts.push(drawnPlaces(points, groups, draw));
  const all = starts.map((start) => kMeans(points, start, patience));
  return all.reduce((best, one) => (one.spread < best.spread ? one : best));
}

/** The smallest group that has too few people joins the one whose centre is nearest, until there is none, or one group. */
function withoutSmall(points: Points, clusters: Clusters, fewest: number): Clusters {
  const { centres, weights } = clusters;
  const least = weights.reduce((low, weight) => Math.min(low, weight), Number.POSITIVE_INFINITY);
  if (weights.length < 2 || least >= fewest) return clusters;
  const small = weights.indexOf(least);
  const others = [...weights.keys()].filter((group) => group !== small);
  const distance = (group: number) => {
    const dx = (centres.x[group] ?? 0) - (centres.x[small] ?? 0);
    const dy = (centres.y[group] ?? 0) - (centres.y[small] ?? 0);
    return dx * dx + dy * dy;
  };
  const host = others.reduce((best, group) => (distance(group) < distance(best) ? group : best));
  const names = [...weights.keys()].map((group) => others.indexOf(group === small ? host : group));
  const labels = clusters.labels.map((label) => names[label] ?? 0);
  return withoutSmall(
    points,
    { ...clusters, ...centred(points, labels, others.length), labels },
    fewest,
  );
}

function centred({ x, y, weight }: Points, labels: Uint8Array, count: number) {
  const weights = new Float64Array(count);
  const centres = { x: new Float64Array(count), y: new Float64Array(count) };
  for (const [at, label] of labels.entries())
    weights[label] = (weights[label] ?? 0) + (weight[at] ?? 0);
  for (const [at, label] of labels.entries()) {
    const share = (weight[at] ?? 0) / (weights[label] ?? 1);
    centres.x[label] = (centres.x[label] ?? 0) + share * (x[at] ?? 0);
    centres.y[label] = (centres.y[label] ?? 0) + share * (y[at] ?? 0);
  }
  return { centres, weights };
}

/**
 * Which number of groups to show: the one with the largest silhouette (of equal ones the largest number, as Polis
 * takes it), but another than before only after it was the best several times in a row (Polis, group-k-smoother).
 */
export function chooseCount(
  found: ReadonlyMap<number, Grouping>,
  before: GroupCountMemory | undefined,
  runsToSwitch: number,
): GroupCountMemory | undefined {
  let best: number | undefined;
  for (const [groups, { silhouette: width }] of found) {
    if (best === undefined || width >= (found.get(best)?.silhouette ?? 0)) best = groups;
  }
  if (best === undefined) return undefined;
  const runs = before?.best === best ? before.runs + 1 : 1;
  const kept = before && found.has(before.shown) ? before.shown : best;
  return { shown: runs >= runsToSwitch ? best : kept, best, runs };
}
