import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Spread } from "#shared/contract/reading.ts";
import { isAsking, meets, narrow, type Narrowed } from "#shared/finding/narrow.ts";
import { useHasTag } from "../../curation/public.ts";
import { spreadsQuery, useReading } from "../../reading/public.ts";
import { useDebate } from "../debate-context.ts";
import { useMarks } from "../marks/queries.ts";
import { ancestorsOf, type OutlineNode } from "../outline/tree.ts";
import type { OutlineModel } from "../outline/use-outline-model.ts";
import type { LiveOutline } from "../queries.ts";
import { traitsOf } from "./claim-traits.ts";
import { useCriteria } from "./use-criteria.ts";

const noSpreads: readonly Spread[] = [];
const none: readonly string[] = [];

/** Which claims have which trait to the reader. */
function useTraits(model: OutlineModel, outline: LiveOutline, isSpreadAsked: boolean) {
  const { ids, me } = useDebate();
  const reading = useReading();
  const spreads = useQuery({ ...spreadsQuery(ids), enabled: isSpreadAsked });
  const { isRevealed } = model.state;
  const { claims, evidence, verdicts, ratings } = outline;
  const participantId = me?.id ?? null;
  const since = reading?.readUpTo ?? null;
  const bookmarked = reading?.claimIds ?? none;
  const marks = useMarks();
  const traits = useMemo(() => {
    const marked = marks.map(({ claimId }) => claimId);
    const reader = { participantId, since, bookmarked, marked, isRevealed };
    const said = { claims, evidence, verdicts, ratings } as LiveOutline;
    return traitsOf(said, spreads.data?.items ?? noSpreads, reader);
  }, [
    claims,
    evidence,
    verdicts,
    ratings,
    spreads.data,
    participantId,
    since,
    bookmarked,
    marks,
    isRevealed,
  ]);
  const isPending = isSpreadAsked && spreads.isPending;
  return { traits, since, isPending, hasPlace: reading !== undefined };
}

/** Counts claims, each once wherever it stands. */
function countClaims(nodes: Iterable<OutlineNode>): number {
  const ids = new Set<string>();
  for (const node of nodes) {
    if (node.kind === "claim" && node.claim.withdrawnAt === undefined) ids.add(node.claim.id);
  }
  return ids.size;
}

/** What of the tree is asked for by the address; null where that is all of it. */
export function useNarrowing(model: OutlineModel, outline: LiveOutline) {
  const [criteria, ask] = useCriteria();
  const { tree } = model;
  const hasTag = useHasTag(criteria.tag);
  const { traits, ...reader } = useTraits(model, outline, criteria.only.includes("disputed"));
  const narrowed = useMemo<Narrowed | null>(() => {
    if (!isAsking(criteria)) return null;
    return narrow(
      tree.nodes.values(),
      (node) =>
        node.kind === "claim" &&
        node.claim.withdrawnAt === undefined &&
        meets(node.claim, criteria, traits) &&
        hasTag(node.claim.id),
    );
  }, [tree, criteria, traits, hasTag]);
  const counts = useMemo(() => {
    if (!narrowed) return null;
    const hits = [...narrowed.hits].flatMap((id) => tree.nodes.get(id) ?? []);
    return { shown: countClaims(hits), total: countClaims(tree.nodes.values()) };
  }, [narrowed, tree]);
  return { criteria, ask, traits, ...reader, narrowed, counts };
}

export type Narrowing = ReturnType<typeof useNarrowing>;

/** Which nodes a narrowed outline draws: what is asked for, the way there, and where the reader is. */
export function isKeptIn(narrowed: Narrowed, active: OutlineNode | undefined) {
  const here = new Set(active ? [active, ...ancestorsOf(active)].map(({ id }) => id) : []);
  return ({ id }: OutlineNode): boolean =>
    narrowed.hits.has(id) || narrowed.above.has(id) || here.has(id);
}
