import { type SourcedArgument, type Speaking, speakingTo } from "./argument.ts";

export interface CitationNeeded {
  readonly claimId: string;
  /** How many other claims hang below it: they lose their point where it falls. */
  readonly below: number;
}

/** All claims below one, however deep, each once; the claim itself is none of them. */
function claimsBelow(claimId: string, edgeIds: readonly string[], speaking: Speaking): Set<string> {
  const below = new Set<string>();
  const seen = new Set<string>();
  const waiting = [claimId, ...edgeIds];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    // What speaks to a claim's bearing hangs on that claim too.
    for (const edge of speaking.get(at) ?? []) {
      below.add(edge.claimId);
      waiting.push(edge.claimId, edge.id);
    }
  }
  below.delete(claimId);
  return below;
}

/** The claims that stand without a source, those first on which most rests; of equals in the order given. */
export function citationsNeeded({ claims, edges, evidence }: SourcedArgument): CitationNeeded[] {
  const sourced = new Set(evidence.map(({ claimId }) => claimId));
  const standing = new Set(
    claims.filter(({ withdrawnAt }) => withdrawnAt === undefined).map(({ id }) => id),
  );
  const speaking = speakingTo(edges);
  const places = new Map<string, string[]>();
  for (const { id, claimId } of edges) places.set(claimId, [...(places.get(claimId) ?? []), id]);
  return claims
    .filter(({ id }) => standing.has(id) && !sourced.has(id))
    .map(({ id }) => {
      const below = claimsBelow(id, places.get(id) ?? [], speaking);
      return { claimId: id, below: [...below].filter((one) => standing.has(one)).length };
    })
    .toSorted((a, b) => b.below - a.below);
}
