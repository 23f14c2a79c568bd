/*
 * A tree narrowed to what somebody asked for: what meets the criteria, and the way there.
 */

/** What a claim can be, to one reader. */
export const traits = [
  "unsourced",
  "contested",
  "disputed",
  "marked",
  "new",
  "bookmarked",
] as const;
export type Trait = (typeof traits)[number];

/** What is asked for; a claim meets all of it. */
export interface Criteria {
  readonly only: readonly Trait[];
  readonly by?: string | undefined;
  readonly in?: string | undefined;
  readonly tag?: string | undefined;
}

interface Said {
  readonly id: string;
  readonly authorId: string;
  readonly language: string;
}

export const isAsking = ({ only, by, in: language, tag }: Criteria): boolean =>
  only.length > 0 || by !== undefined || language !== undefined || tag !== undefined;

/** Whether a claim is what was asked for; `having` says which claims have which trait. */
export function meets(
  claim: Said,
  { only, by, in: language }: Criteria,
  having: Readonly<Record<Trait, ReadonlySet<string>>>,
): boolean {
  if (by !== undefined && claim.authorId !== by) return false;
  if (language !== undefined && claim.language !== language) return false;
  return only.every((trait) => having[trait].has(claim.id));
}

interface Rooted {
  readonly id: string;
  readonly parent: Rooted | null;
}

export interface Narrowed {
  /** What was asked for. */
  readonly hits: ReadonlySet<string>;
  /** Everything above that: the way there. */
  readonly above: ReadonlySet<string>;
}

/** The nodes that are asked for and those above them. */
export function narrow<N extends Rooted>(
  nodes: Iterable<N>,
  isHit: (node: N) => boolean,
): Narrowed {
  const hits = new Set<string>();
  const above = new Set<string>();
  for (const node of nodes) {
    if (!isHit(node)) continue;
    hits.add(node.id);
    // Once a node is on the way, so is all that is above it.
    for (let at = node.parent; at && !above.has(at.id); at = at.parent) above.add(at.id);
  }
  return { hits, above };
}
