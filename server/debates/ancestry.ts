import type { Edge, TargetKind } from "#shared/contract/claims.ts";

type Place = Pick<Edge, "id" | "claimId" | "targetKind" | "targetId">;

/** Whether a claim would stand below itself, at any of the places of what is above it. */
export function wouldStandBelowItself(
  edges: readonly Place[],
  { claimId, target }: { claimId: string; target: { kind: TargetKind; id: string } },
): boolean {
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  const byClaim = new Map<string, Place[]>();
  for (const edge of edges) {
    const siblings = byClaim.get(edge.claimId);
    if (siblings) siblings.push(edge);
    else byClaim.set(edge.claimId, [edge]);
  }
  /** The claim that is spoken to; who speaks to an edge stands below the claim at its end. */
  const claimAt = (kind: TargetKind, id: string) => (kind === "edge" ? byId.get(id)?.claimId : id);
  const first = claimAt(target.kind, target.id);
  const above = first === undefined ? [] : [first];
  const seen = new Set(above);
  for (const at of above) {
    if (at === claimId) return true;
    for (const { targetKind, targetId } of byClaim.get(at) ?? []) {
      const next = claimAt(targetKind, targetId);
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      above.push(next);
    }
  }
  return false;
}
