import { type CitedSource, grouped, type SourcedArgument, speakingTo } from "./argument.ts";

/** Who stands behind a source: its publisher, or else the host of its address. */
export function publisherOf({ publisher, url }: Pick<CitedSource, "publisher" | "url">): string {
  const named = publisher.trim();
  if (named !== "") return named;
  const [, host = url] = /^[a-z]+:\/\/(?:www\.)?([^/?#:]+)/i.exec(url) ?? [];
  return host.toLowerCase();
}

const keyOf = (source: CitedSource) => publisherOf(source).normalize("NFKC").toLowerCase();

export interface PublisherShare {
  readonly publisher: string;
  readonly count: number;
  /** Of all sources that were counted, 0 to 1. */
  readonly share: number;
}

/** How many sources are by each publisher, the most first; however it is spelt in capitals. */
export function sharesOf(sources: readonly CitedSource[]): PublisherShare[] {
  const groups = [...grouped(sources, keyOf).values()];
  const shares = groups.map((group) => ({
    publisher: group[0] ? publisherOf(group[0]) : "",
    count: group.length,
    share: group.length / sources.length,
  }));
  return shares.toSorted((a, b) => b.count - a.count);
}

export type Stand = "for" | "against";
const turned = { for: "against", against: "for" } as const;

/**
 * The claims that speak for a position and against it, at whatever depth: what speaks against
 * something that speaks against it speaks for it. A claim that stands in several places may do both.
 */
export function claimsAround(
  positionId: string,
  edges: SourcedArgument["edges"],
): Record<Stand, Set<string>> {
  const speaking = speakingTo(edges);
  const around = { for: new Set<string>(), against: new Set<string>() };
  const seen = new Set<string>();
  const waiting: { readonly targetId: string; readonly stand: Stand }[] = [
    { targetId: positionId, stand: "for" },
  ];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    const { targetId, stand: above } = at;
    if (seen.has(`${above} ${targetId}`)) continue;
    seen.add(`${above} ${targetId}`);
    for (const { id, claimId, side } of speaking.get(targetId) ?? []) {
      const stand = side === "pro" ? above : turned[above];
      around[stand].add(claimId);
      waiting.push({ targetId: claimId, stand }, { targetId: id, stand });
    }
  }
  return around;
}

export interface Concentration {
  readonly positionId: string;
  /** Sources of claims that speak for the position. */
  readonly total: number;
  readonly publishers: readonly PublisherShare[];
}

/** By whom the evidence for each position is. */
export function concentrationOf(argument: SourcedArgument): Concentration[] {
  return argument.positions.map(({ id }) => {
    const claimIds = claimsAround(id, argument.edges).for;
    const sources = argument.evidence.filter(({ claimId }) => claimIds.has(claimId));
    return { positionId: id, total: sources.length, publishers: sharesOf(sources) };
  });
}
