import type { Memory, Obscurity } from "./analysis.ts";
import { baseClusters } from "./base-clusters.ts";
import { chooseCount, groupings, type GroupCountMemory } from "./group-choice.ts";
import { matchedNumbers } from "./group-identity.ts";
import type { Clusters } from "./k-means.ts";
import type { Points, Positions } from "./points.ts";
import type { Parameters } from "./parameters.ts";
import { type Stability, stabilityOf } from "./stability.ts";

export interface FoundGroups {
  /** in the order of their numbers; none where they are not clear */
  readonly groups: readonly FoundGroup[];
  /** the place of each person's group, -1 for none */
  readonly groupOf: Int8Array;
  readonly silhouette: number;
  readonly stability: number;
  readonly obscurity: Obscurity | null;
  readonly isSettled: boolean;
  readonly base: Positions;
  readonly centres: ReadonlyMap<number, Positions>;
  readonly count: GroupCountMemory | undefined;
}

interface FoundGroup {
  readonly number: number;
  readonly people: number;
  readonly x: number;
  readonly y: number;
  readonly stability: number;
}

export interface Finding {
  readonly parameters: Parameters;
  readonly before: Memory | undefined;
  /** whether people differ no more than chance would have them */
  readonly isByChance: boolean;
}

/** Groups of the people who are in, by where they stand. */
export function findGroups(
  positions: Positions,
  inside: Uint32Array,
  { parameters, before, isByChance }: Finding,
): FoundGroups {
  const base = baseClusters(pointsOf(positions, inside), parameters, before?.base);
  const people: Points = { ...base.centres, weight: base.weights };
  const found = groupings(people, parameters, before?.centres ?? new Map());
  const count = chooseCount(found, before?.count, parameters.runsToSwitch);
  const centres = new Map([...found].map(([many, { clusters }]) => [many, clusters.centres]));
  const kept = { base: base.centres, centres, count };
  const nobody = new Int8Array(positions.x.length).fill(-1);
  const shown = count && found.get(count.shown);
  const crowd = { people: inside.length, isByChance };
  if (!shown) {
    const none = { silhouette: 0, stability: 0, groups: [], groupOf: nobody };
    const obscurity = obscurityOf(crowd, parameters) ?? "few-people";
    return { ...kept, ...none, isSettled: base.isSettled, obscurity };
  }
  const { clusters, silhouette } = shown;
  const patience = { rounds: parameters.groupRounds, move: parameters.groupMove };
  const stability = stabilityOf(people, clusters, { ...parameters, patience });
  const judged = { ...crowd, clusters, silhouette, stability: stability.overall };
  const told = {
    ...kept,
    silhouette,
    stability: stability.overall,
    obscurity: obscurityOf(judged, parameters),
    isSettled: base.isSettled && clusters.isSettled,
  };
  if (told.obscurity !== null) return { ...told, groups: [], groupOf: nobody };
  const placeOf = placesOf(nobody, inside, { base, clusters });
  return { ...told, ...inOrder(placeOf, { clusters, stability, before }) };
}

/** The group of each person's base cluster. */
function placesOf(
  nobody: Int8Array,
  inside: Uint32Array,
  { base, clusters }: { readonly base: Clusters; readonly clusters: Clusters },
): Int8Array {
  const placeOf = nobody.slice();
  for (let at = 0; at < inside.length; at += 1) {
    placeOf[inside[at] ?? 0] = clusters.labels[base.labels[at] ?? 0] ?? 0;
  }
  return placeOf;
}

function pointsOf({ x, y }: Positions, people: Uint32Array): Points {
  const count = people.length;
  const weight = new Float64Array(count).fill(1);
  const points = { x: new Float64Array(count), y: new Float64Array(count), weight };
  for (let at = 0; at < count; at += 1) {
    points.x[at] = x[people[at] ?? 0] ?? 0;
    points.y[at] = y[people[at] ?? 0] ?? 0;
  }
  return points;
}

interface Judged {
  /** how many are in */
  readonly people: number;
  readonly isByChance: boolean;
  /** none where all stand at one place */
  readonly clusters?: Clusters;
  readonly silhouette?: number;
  readonly stability?: number;
}

function obscurityOf(
  { people, isByChance, clusters, silhouette = 0, stability = 0 }: Judged,
  { silhouetteFloor, stabilityFloor, clearOnly, fewestInGroup }: Parameters,
): Obscurity | null {
  if (!clearOnly) return null;
  if (people < 2 * fewestInGroup) return "few-people";
  if (isByChance) return "by-chance";
  const groups = clusters?.centres.x.length ?? 0;
  if (silhouette < silhouetteFloor || groups < 2) return "not-apart";
  return stability < stabilityFloor ? "not-stable" : null;
}

interface Ordering {
  readonly clusters: Clusters;
  readonly stability: Stability;
  readonly before: Memory | undefined;
}

/** Groups in the order of numbers that they keep from run to run. */
function inOrder(placeOf: Int8Array, { clusters, stability, before }: Ordering) {
  const { centres, weights } = clusters;
  const numbers = matchedNumbers(before?.numbers ?? [], placeOf, weights.length);
  const order = [...numbers.keys()].toSorted((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  const newPlaces = order.map((_, place) => order.indexOf(place));
  return {
    groups: order.map((place) => ({
      number: numbers[place] ?? 0,
      people: weights[place] ?? 0,
      x: centres.x[place] ?? 0,
      y: centres.y[place] ?? 0,
      stability: stability.ofGroups[place] ?? 0,
    })),
    groupOf: placeOf.map((place) => newPlaces[place] ?? -1),
  };
}
