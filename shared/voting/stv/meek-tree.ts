import type { Weights } from "../exact-sums.ts";
import type { Rankings } from "../rankings.ts";

/** Ballots that begin alike: who comes next on them, with the weight of those that get there. */
export interface Branch {
  readonly place: number;
  readonly weight: bigint;
  readonly next: readonly Branch[];
}

/** How an option stands: whether ballots can come to it, and whether they can go on from it. */
export type Role = "hopeful" | "elected" | "out";

interface Node {
  readonly place: number;
  readonly number: number;
  readonly next: Map<number, Node>;
}

/**
 * Puts ballots together that are equal as far as it matters: up to the first hopeful option, which
 * keeps all that comes to it, leaving out those that are excluded. A ballot stops where it ranks
 * several options equal.
 */
export function branchesOf(rankings: Rankings, weights: Weights, roles: readonly Role[]): Branch[] {
  const { ballots, starts, order, below } = rankings;
  const root: Node = { place: -1, number: 0, next: new Map() };
  let count = 1;
  const ends = new Uint32Array(ballots);
  for (let at = 0; at < ballots; at += 1) {
    const start = starts[at] ?? 0;
    const end = starts[at + 1] ?? 0;
    let node = root;
    for (let reached = start; reached < end; reached += 1) {
      if (below[reached] !== reached - start + 1) break;
      const place = order[reached] ?? 0;
      const role = roles[place];
      if (role === "out") continue;
      let next = node.next.get(place);
      if (!next) {
        next = { place, number: count, next: new Map() };
        count += 1;
        node.next.set(place, next);
      }
      node = next;
      if (role === "hopeful") break;
    }
    ends[at] = node.number;
  }
  const sums = weights.sums(count);
  ends.forEach((number, at) => sums.add(number, at));
  const build = (node: Node): Branch => {
    const next = [...node.next.values()].map(build);
    const weight = next.reduce((sum, one) => sum + one.weight, sums.read(node.number));
    return { place: node.place, weight, next };
  };
  return build(root).next.slice();
}
