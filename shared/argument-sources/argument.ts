/** What of an argument says which sources carry it. */
export interface SourcedArgument {
  readonly positions: readonly { readonly id: string }[];
  readonly claims: readonly { readonly id: string; readonly withdrawnAt?: string | undefined }[];
  readonly edges: readonly ArgumentEdge[];
  readonly evidence: readonly CitedSource[];
}

export interface ArgumentEdge {
  readonly id: string;
  readonly claimId: string;
  readonly side: "pro" | "con";
  /** A position, a claim, or another edge. */
  readonly targetId: string;
}

export interface CitedSource {
  readonly id: string;
  readonly claimId: string;
  readonly url: string;
  readonly publisher: string;
}

/** Edges by what they speak to. */
export type Speaking = ReadonlyMap<string, readonly ArgumentEdge[]>;

export function speakingTo(edges: readonly ArgumentEdge[]): Speaking {
  const found = new Map<string, ArgumentEdge[]>();
  for (const edge of edges) {
    const others = found.get(edge.targetId);
    if (others) others.push(edge);
    else found.set(edge.targetId, [edge]);
  }
  return found;
}

/** Things by one of their texts, in the order in which they come. */
export function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const others = found.get(key);
    if (others) others.push(thing);
    else found.set(key, [thing]);
  }
  return found;
}
