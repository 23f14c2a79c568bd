import type { Arrival } from "#shared/contract/memberships.ts";

export interface TreeRow {
  readonly arrival: Arrival;
  /** How many invitations lie between this person and one who came by another door. */
  readonly depth: number;
}

/**
 * Everybody once, each below whoever invited them. Two who brought each other back invite in a
 * circle: it is cut open at the one who came first.
 */
export function treeOf(arrivals: readonly Arrival[]): TreeRow[] {
  const known = new Set(arrivals.map(({ participantId }) => participantId));
  const guests = new Map<string, Arrival[]>();
  const roots: Arrival[] = [];
  for (const arrival of arrivals) {
    const { invitedBy } = arrival;
    if (invitedBy === null || !known.has(invitedBy)) roots.push(arrival);
    else guests.set(invitedBy, [...(guests.get(invitedBy) ?? []), arrival]);
  }
  const rows: TreeRow[] = [];
  const placed = new Set<string>();
  const place = (first: Arrival) => {
    const waiting: TreeRow[] = [{ arrival: first, depth: 0 }];
    for (let row = waiting.pop(); row; row = waiting.pop()) {
      const { participantId } = row.arrival;
      if (placed.has(participantId)) continue;
      placed.add(participantId);
      rows.push(row);
      const depth = row.depth + 1;
      const below = (guests.get(participantId) ?? []).map((arrival) => ({ arrival, depth }));
      waiting.push(...below.toReversed());
    }
  };
  for (const arrival of [...roots, ...arrivals]) place(arrival);
  return rows;
}
