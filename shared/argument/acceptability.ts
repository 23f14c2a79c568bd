/*
 * How well positions and claims stand under all that is said for and against them.
 *
 * The quadratic energy model of Potyka, "Continuous Dynamical Systems for Weighted Bipolar Argumentation" (KR 2018):
 * with E = what supports minus what attacks, and h(x) = max(x, 0)^2 / (1 + max(x, 0)^2),
 *   strength = base - base * h(-E) + (1 - base) * h(E).
 * A claim adds to E, or takes from it, its own strength times the relevance of its edge. Edges are arguments too: what
 * objects to an inference weakens its relevance. Without circles this is one pass from the leaves up; in circles
 * (claims that stand in several places) it is repeated until it settles, else it is undecided.
 * Only + - x / are used, so that every machine gets the same numbers.
 */

export interface RatingSum {
  readonly count: number;
  readonly sum: number;
}

/** An argument as the wire has it; what was withdrawn is to be left out by the caller. */
export interface WeighedArgument {
  readonly positions: readonly { readonly id: string }[];
  readonly claims: readonly { readonly id: string; readonly truth?: RatingSum | undefined }[];
  readonly edges: readonly {
    readonly id: string;
    readonly claimId: string;
    readonly side: "pro" | "con";
    readonly targetId: string;
    readonly relevance?: RatingSum | undefined;
  }[];
}

/** What one claim does to what it speaks to. */
export interface Contribution {
  readonly claimId: string;
  readonly edgeId: string;
  /** The claim's strength and its edge's relevance, 0 to 1; null where undecided. */
  readonly strength: number | null;
  readonly relevance: number | null;
  /** Strength times relevance, below zero where it attacks; null where undecided. */
  readonly effect: number | null;
}

export interface Acceptability {
  /** 0 to 1 for every position, claim and edge; null where it is undecided. */
  readonly strengths: ReadonlyMap<string, number | null>;
  /** What bears on a position, claim or edge, the strongest first. */
  contributionsTo(id: string): Contribution[];
}

const priorCount = 5;
const neutral = 2;
const best = 4;
const maxRounds = 200;
const settled = 1e-9;

/** The mean of ratings from 0 to 4 as a share, as if five people had been neutral beforehand. */
export function ratedShare({ count, sum }: RatingSum = { count: 0, sum: 0 }): number {
  return (sum + priorCount * neutral) / (count + priorCount) / best;
}

interface Inflow {
  readonly claim: number;
  readonly edge: number;
  readonly sign: 1 | -1;
}

interface Graph {
  readonly ids: readonly string[];
  readonly base: Float64Array;
  /** For each node, what speaks to it. */
  readonly inflows: readonly (readonly Inflow[])[];
}

/** @param without claims that are switched off, for trying out what depends on them */
export function acceptability(
  argument: WeighedArgument,
  without: ReadonlySet<string> = new Set(),
): Acceptability {
  const graph = graphOf(argument, without);
  const { values, undecided } = settle(graph);
  const index = new Map(graph.ids.map((id, at) => [id, at]));
  const valueOf = (at: number) => (undecided[at] ? null : (values[at] ?? null));
  return {
    strengths: new Map(graph.ids.map((id, at) => [id, valueOf(at)])),
    contributionsTo(id) {
      const inflows = graph.inflows[index.get(id) ?? -1] ?? [];
      return inflows
        .map((inflow) => contribution(inflow, graph.ids, valueOf))
        .toSorted((a, b) => size(b) - size(a) || (a.edgeId < b.edgeId ? -1 : 1));
    },
  };
}

const size = ({ effect }: Contribution) => Math.abs(effect ?? 0);

function contribution(
  { claim, edge, sign }: Inflow,
  ids: readonly string[],
  valueOf: (at: number) => number | null,
): Contribution {
  const strength = valueOf(claim);
  const relevance = valueOf(edge);
  const effect = strength === null || relevance === null ? null : sign * strength * relevance;
  return { claimId: ids[claim] ?? "", edgeId: ids[edge] ?? "", strength, relevance, effect };
}

function graphOf(
  { positions, claims, edges }: WeighedArgument,
  without: ReadonlySet<string>,
): Graph {
  const standing = claims.filter(({ id }) => !without.has(id));
  const here = new Set([...positions, ...standing, ...edges].map(({ id }) => id));
  const linked = edges.filter(
    ({ claimId, targetId }) => here.has(claimId) && !without.has(claimId) && here.has(targetId),
  );
  // In the order of ids: how lists are ordered on the wire changes no sum.
  const ids = [...positions, ...standing, ...linked].map(({ id }) => id).toSorted();
  const index = new Map(ids.map((id, at) => [id, at]));
  const at = (id: string) => index.get(id) ?? -1;
  const base = new Float64Array(ids.length).fill(ratedShare());
  for (const { id, truth } of standing) base[at(id)] = ratedShare(truth);
  for (const { id, relevance } of linked) base[at(id)] = ratedShare(relevance);
  const inflows: Inflow[][] = ids.map(() => []);
  for (const { id, claimId, side, targetId } of linked.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    inflows[at(targetId)]?.push({
      claim: at(claimId),
      edge: at(id),
      sign: side === "pro" ? 1 : -1,
    });
  }
  return { ids, base, inflows };
}

const impact = (energy: number) => {
  const positive = energy > 0 ? energy * energy : 0;
  return positive / (1 + positive);
};

function strengthOf(base: number, inflows: readonly Inflow[], values: Float64Array): number {
  let energy = 0;
  for (const { claim, edge, sign } of inflows) {
    energy += sign * (values[claim] ?? 0) * (values[edge] ?? 0);
  }
  return base - base * impact(-energy) + (1 - base) * impact(energy);
}

/** What depends on each node: what it speaks to, or what is spoken to through it. */
function dependentsOf(inflows: Graph["inflows"]): readonly (readonly number[])[] {
  const dependents: number[][] = inflows.map(() => []);
  for (const [target, list] of inflows.entries()) {
    for (const { claim, edge } of list) {
      dependents[claim]?.push(target);
      dependents[edge]?.push(target);
    }
  }
  return dependents;
}

/** From the leaves up; what is left then stands in circles, or above one. */
function settle({ base, inflows }: Graph) {
  const values = Float64Array.from(base);
  const dependents = dependentsOf(inflows);
  const missing = Int32Array.from(inflows, (list) => 2 * list.length);
  const ready = inflows.flatMap((list, at) => (list.length === 0 ? [at] : []));
  for (let next = 0; next < ready.length; next += 1) {
    const at = ready[next] as number;
    values[at] = strengthOf(base[at] as number, inflows[at] as readonly Inflow[], values);
    for (const target of dependents[at] as readonly number[]) {
      const left = (missing[target] as number) - 1;
      missing[target] = left;
      if (left === 0) ready.push(target);
    }
  }
  const circling = [...missing].flatMap((count, at) => (count > 0 ? [at] : []));
  const restless = circle(circling, { base, inflows }, values);
  return { values, undecided: upwards(restless, dependents) };
}

/** What depends on what is undecided is undecided, even where the swings below cancel each other. */
function upwards(
  restless: readonly number[],
  dependents: readonly (readonly number[])[],
): Uint8Array {
  const undecided = new Uint8Array(dependents.length);
  const waiting = [...restless];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (undecided[at] === 1) continue;
    undecided[at] = 1;
    waiting.push(...(dependents[at] ?? []));
  }
  return undecided;
}

/** Repeats what stands in circles until it settles; gives what does not. */
function circle(
  circling: readonly number[],
  { base, inflows }: Pick<Graph, "base" | "inflows">,
  values: Float64Array,
): readonly number[] {
  let moving = circling;
  for (let round = 0; round < maxRounds && moving.length > 0; round += 1) {
    const before = Float64Array.from(values);
    for (const at of circling) values[at] = strengthOf(base[at] ?? 0, inflows[at] ?? [], before);
    moving = circling.filter((at) => Math.abs((values[at] ?? 0) - (before[at] ?? 0)) > settled);
  }
  return moving;
}
