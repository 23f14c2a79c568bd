/*
 * Where claims stand, and how that can be changed: every change is a list of edges before and after, so that it can be
 * checked before it is made, shown afterwards, and undone.
 */

export interface Place {
  readonly claimId: string;
  readonly side: "pro" | "con";
  readonly targetKind: "position" | "claim" | "edge";
  readonly targetId: string;
}

export interface PlacedEdge extends Place {
  readonly id: string;
}

/** One edge before and after; null where it does not stand. */
export interface EdgeChange {
  readonly id: string;
  readonly before: Place | null;
  readonly after: Place | null;
}

/** Ratings of one edge that count for another from now on, as both say the same. */
export interface Join {
  readonly from: string;
  readonly into: string;
}

/** What of a claim a change touches. */
export interface ClaimState {
  readonly text?: string;
  readonly archivedAt?: string | null;
  readonly mergedInto?: string | null;
  readonly extractedTo?: string | null;
}

export interface ClaimChange {
  readonly id: string;
  readonly before: ClaimState;
  readonly after: ClaimState;
}

/** A source that goes over to another claim. */
export interface EvidenceChange {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

/** Ratings that count for another claim or edge, because both say the same. */
export interface RatingJoin {
  readonly kind: "truth" | "relevance";
  readonly from: string;
  readonly into: string;
}

/** All that a change did, so that it can be taken back exactly. */
export interface Arrangement {
  readonly edges: readonly EdgeChange[];
  readonly claims: readonly ClaimChange[];
  readonly evidence: readonly EvidenceChange[];
  readonly joins: readonly RatingJoin[];
}

export type Fault =
  /** A claim would stand below itself. */
  | "below-itself"
  /** A claim would stand twice at one place. */
  | "stands-there"
  /** Claims that are said to be the same stand on opposite sides of one thing. */
  | "opposite-sides"
  /** Something that speaks to a claim or an edge would hang in the air. */
  | "built-on";

export const placeOf = ({ claimId, side, targetKind, targetId }: Place): Place => ({
  claimId,
  side,
  targetKind,
  targetId,
});

/** The edges after changes, those that are new at the end. */
export function rearrange(
  edges: readonly PlacedEdge[],
  changes: readonly EdgeChange[],
): PlacedEdge[] {
  const after = new Map<string, PlacedEdge>(edges.map((edge) => [edge.id, edge]));
  for (const { id, after: place } of changes) {
    if (place) after.set(id, { id, ...place });
    else after.delete(id);
  }
  return [...after.values()];
}

interface Turnable<T> {
  readonly id: string;
  readonly before: T;
  readonly after: T;
}

/** The changes that take changes back. */
export function inverseOf<T>(changes: readonly Turnable<T>[]): Turnable<T>[] {
  return changes.map(({ id, before, after }) => ({ id, before: after, after: before }));
}

/** What is wrong with an argument after changes; null where it is sound. Faults that were there before are let be. */
export function faultAfter(
  edges: readonly PlacedEdge[],
  changes: readonly EdgeChange[],
): Fault | null {
  const after = rearrange(edges, changes);
  const changed = changes.flatMap(({ id, after: place }) => (place ? [{ id, ...place }] : []));
  const graph = graphOf(after);
  if (changed.some((edge) => (graph.speakersAt.get(slotOf(edge)) ?? 0) > 1)) return "stands-there";
  // What objects to an edge that went over to another claim stands below that claim now.
  const ids = new Set(changed.map(({ id }) => id));
  const moved = after.filter(({ id, targetId }) => ids.has(id) || ids.has(targetId));
  if (moved.some((edge) => isBelowItself(graph, edge))) return "below-itself";
  return leavesInTheAir(edges, after) ? "built-on" : null;
}

const slotOf = ({ claimId, targetId }: Place) => `${claimId} ${targetId}`;

function graphOf(edges: readonly PlacedEdge[]) {
  const byId = new Map<string, PlacedEdge>();
  const placesOf = new Map<string, PlacedEdge[]>();
  const speakersAt = new Map<string, number>();
  for (const edge of edges) {
    byId.set(edge.id, edge);
    const places = placesOf.get(edge.claimId);
    if (places) places.push(edge);
    else placesOf.set(edge.claimId, [edge]);
    speakersAt.set(slotOf(edge), (speakersAt.get(slotOf(edge)) ?? 0) + 1);
  }
  return { byId, placesOf, speakersAt };
}

/** Whether the claim of an edge stands somewhere above that edge; who speaks to an edge stands below its claim. */
function isBelowItself(
  { byId, placesOf }: ReturnType<typeof graphOf>,
  { claimId, targetKind, targetId }: Place,
): boolean {
  const claimAt = (kind: Place["targetKind"], id: string) =>
    kind === "edge" ? byId.get(id)?.claimId : id;
  const above = [claimAt(targetKind, targetId)];
  const seen = new Set(above);
  for (const at of above) {
    if (at === undefined) continue;
    if (at === claimId) return true;
    for (const place of placesOf.get(at) ?? []) {
      const next = claimAt(place.targetKind, place.targetId);
      if (seen.has(next)) continue;
      seen.add(next);
      above.push(next);
    }
  }
  return false;
}

/** Whether something speaks to an edge or a claim that stood, and stands nowhere any more. */
function leavesInTheAir(before: readonly PlacedEdge[], after: readonly PlacedEdge[]): boolean {
  const standing = new Set(after.flatMap(({ id, claimId }) => [id, claimId]));
  const fallen = new Set(
    before.flatMap(({ id, claimId }) => [id, claimId]).filter((id) => !standing.has(id)),
  );
  return after.some(({ targetId }) => fallen.has(targetId));
}

export interface Merge {
  readonly edges: readonly EdgeChange[];
  /** Edges that fall together with another one of the same place. */
  readonly joins: readonly Join[];
  readonly fault: Fault | null;
}

interface Same {
  /** The claim that is given up. */
  readonly from: string;
  /** The one that says the same. */
  readonly into: string;
}

/**
 * What becomes of the edges when one claim is said to be the same as another: its places and all that speaks to it go
 * over. Where both stand, or something speaks to both, one edge is left.
 */
export function mergeOf(edges: readonly PlacedEdge[], same: Same): Merge {
  const { changes, joins, isOpposed } = goOver(edges, same);
  // What objects to an edge that falls together with another one objects to that.
  const heirs = new Map(joins.map(({ from, into }) => [from, into]));
  for (const edge of edges) {
    const heir = heirs.get(edge.targetId);
    const known = changes.get(edge.id);
    if (heir === undefined || (known && !known.after)) continue;
    const after = { ...(known?.after ?? placeOf(edge)), targetId: heir };
    changes.set(edge.id, { id: edge.id, before: placeOf(edge), after });
  }
  const list = [...changes.values()];
  return { edges: list, joins, fault: isOpposed ? "opposite-sides" : faultAfter(edges, list) };
}

function goOver(edges: readonly PlacedEdge[], { from, into }: Same) {
  const there = new Map(edges.map((edge) => [slotOf(edge), edge]));
  const changes = new Map<string, EdgeChange>();
  const joins: Join[] = [];
  let isOpposed = false;
  const renamed = (id: string) => (id === from ? into : id);
  for (const edge of edges) {
    if (edge.claimId !== from && edge.targetId !== from) continue;
    const before = placeOf(edge);
    const place = {
      ...before,
      claimId: renamed(edge.claimId),
      targetId: renamed(edge.targetId),
    };
    const other = there.get(slotOf(place));
    changes.set(edge.id, { id: edge.id, before, after: other ? null : place });
    if (!other) continue;
    isOpposed ||= other.side !== edge.side;
    joins.push({ from: edge.id, into: other.id });
  }
  return { changes, joins, isOpposed };
}

/** What is left when some claims are put away: edges of theirs, to them, and of what then stands nowhere are gone. */
export function withoutClaims<E extends PlacedEdge>(
  edges: readonly E[],
  away: ReadonlySet<string>,
): { readonly edges: E[]; readonly gone: ReadonlySet<string> } {
  const gone = new Set(away);
  let kept = [...edges];
  for (let before = -1; before !== kept.length;) {
    before = kept.length;
    const standing = new Set(kept.map(({ claimId }) => claimId));
    kept = kept.filter(({ claimId, targetId }) => !gone.has(claimId) && !gone.has(targetId));
    const left = new Set(kept.flatMap(({ id, claimId }) => [id, claimId]));
    for (const { id } of edges) if (!left.has(id)) gone.add(id);
    for (const id of standing) if (!left.has(id)) gone.add(id);
  }
  return { edges: kept, gone };
}
