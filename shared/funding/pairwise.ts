import { matchUnit, rootOf } from "./roots.ts";

/** People whose pledges are the same to the last unit. */
interface Alike {
  heads: bigint;
  readonly roots: ReadonlyMap<string, bigint>;
}

function byPerson(byProject: ReadonlyMap<string, ReadonlyMap<string, bigint>>): Alike[] {
  const people = new Map<string, Map<string, bigint>>();
  for (const [project, given] of byProject) {
    for (const [person, amount] of given) {
      const own = people.get(person) ?? new Map<string, bigint>();
      people.set(person, own.set(project, amount));
    }
  }
  const alike = new Map<string, Alike>();
  for (const own of people.values()) {
    const key = JSON.stringify([...own].map(([project, amount]) => [project, String(amount)]));
    const same = alike.get(key);
    if (same) same.heads += 1n;
    else {
      const roots = new Map([...own].map(([project, amount]) => [project, rootOf(amount)]));
      alike.set(key, { heads: 1n, roots });
    }
  }
  return [...alike.values()];
}

/**
 * What pairs of people match together: twice k r_i r_j for each pair and project, with k = M / (M + the sum of r_i r_j over
 * all projects), each cut off to a whole number of parts of `matchUnit`.
 */
export function pairwiseMatches(
  byProject: ReadonlyMap<string, ReadonlyMap<string, bigint>>,
  bound: bigint,
): Map<string, bigint> {
  if (bound <= 0n) throw new RangeError("the bound of pairs is above nothing");
  const matches = new Map<string, bigint>();
  const scaled = bound * matchUnit;
  const add = (one: Alike, other: Alike, pairs: bigint) => {
    if (pairs === 0n) return;
    const products: [string, bigint][] = [];
    let common = 0n;
    for (const [project, root] of one.roots) {
      const product = root * (other.roots.get(project) ?? 0n);
      if (product === 0n) continue;
      common += product;
      products.push([project, product]);
    }
    for (const [project, product] of products) {
      const match = (2n * product * scaled) / (scaled + common);
      matches.set(project, (matches.get(project) ?? 0n) + match * pairs);
    }
  };
  const people = byPerson(byProject);
  people.forEach((one, at) => {
    add(one, one, (one.heads * (one.heads - 1n)) / 2n);
    for (let next = at + 1; next < people.length; next += 1) {
      const other = people[next] as Alike;
      add(one, other, one.heads * other.heads);
    }
  });
  return matches;
}
