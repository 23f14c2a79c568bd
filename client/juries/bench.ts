import type { DrawDocument } from "#shared/lottery/document.ts";
import type { PoolEntry } from "#shared/lottery/pool.ts";

/** What became of somebody in a draw. */
export type Fate = "sits" | "came" | "left" | "reserve";

/** Somebody who could be drawn, at the place that the lot gave them. */
export interface Place extends PoolEntry {
  /** From 1; the order in which the lot puts all of the pool. */
  readonly place: number;
  readonly fate: Fate;
  /** Why somebody who was drawn does not sit. */
  readonly why: DrawDocument["replacements"][number]["why"] | null;
  /** Known of those who ruled, once the ruling is published. */
  readonly memberId: string | null;
}

/** Everybody of a pool by what became of them: those drawn first, then who came for others, then the reserve. */
export function placesOf(document: DrawDocument): Place[] {
  const { pool, seated, reserve, replacements, opened } = document;
  const entries = new Map(pool.map((entry) => [entry.pseudonym, entry]));
  const outs = new Map(replacements.map(({ out, why }) => [out, why]));
  const came = new Set(replacements.map(({ successor }) => successor));
  const names = new Map(opened.map(({ pseudonym, memberId }) => [pseudonym, memberId]));
  const wasSeated = new Set(seated);
  return [...seated, ...reserve].flatMap((pseudonym, at) => {
    const entry = entries.get(pseudonym);
    if (!entry) return [];
    const why = outs.get(pseudonym) ?? null;
    const isIn = wasSeated.has(pseudonym) || came.has(pseudonym);
    const stays: Fate = wasSeated.has(pseudonym) ? "sits" : "came";
    const fate: Fate = why !== null ? "left" : isIn ? stays : "reserve";
    return [{ ...entry, place: at + 1, fate, why, memberId: names.get(pseudonym) ?? null }];
  });
}

export interface Stratum {
  readonly tenure: PoolEntry["tenure"];
  readonly group: string | null;
  readonly places: readonly Place[];
}

/** The kinds of people that seats are shared among, each with its own in the order of the lot. */
export function strataOf(places: readonly Place[]): Stratum[] {
  const byName = new Map<string, Place[]>();
  for (const place of places) {
    const name = JSON.stringify([place.group ?? "", place.tenure]);
    byName.set(name, [...(byName.get(name) ?? []), place]);
  }
  return [...byName.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [first] = own;
      return first ? [{ tenure: first.tenure, group: first.group, places: own }] : [];
    });
}
