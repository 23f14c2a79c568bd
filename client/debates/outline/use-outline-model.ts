import { useMemo, useReducer, useState } from "react";
import { Scales } from "../standing.ts";
import { useCuration } from "../../curation/public.ts";
import { useDebate } from "../debate-context.ts";
import type { LiveOutline } from "../queries.ts";
import { noOrder } from "./order.ts";
import { firstState, isOpenIn, reduce } from "./state.ts";
import { type Argument, buildTree, claimPlaces, flatten, newcomers, onlyKnown } from "./tree.ts";

function groupBy<T>(list: Iterable<T>, keyOf: (one: T) => string | undefined): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const others = found.get(key);
    if (others) others.push(one);
    else found.set(key, [one]);
  }
  return found;
}

/** The claims that are drawn: those that were there, one's own, and those that were asked for. */
function useKnown({ claims }: Argument) {
  const { me } = useDebate();
  const [seen, setSeen] = useState<ReadonlySet<string>>(() => new Set(claims.map(({ id }) => id)));
  const known = useMemo(() => {
    const own = claims.filter(({ id, authorId }) => !seen.has(id) && authorId === me?.id);
    return own.length === 0 ? seen : new Set([...seen, ...own.map(({ id }) => id)]);
  }, [claims, seen, me?.id]);
  const showAll = () => setSeen(new Set(claims.map(({ id }) => id)));
  // An empty place moves nobody's thumb.
  if (known.size === 0 && claims.length > 0) showAll();
  return { known, showAll };
}

/** The outline as it is to be drawn, from the lists on the wire and what the reader has opened. */
export function useOutlineModel({
  positions,
  claims,
  edges,
  evidence,
  authors,
  can,
  ratings,
}: LiveOutline) {
  const [state, dispatch] = useReducer(reduce, claims.length, firstState);
  const argument = useMemo(() => ({ positions, claims, edges }), [positions, claims, edges]);
  const { known, showAll } = useKnown(argument);
  const order = useCuration()?.order ?? noOrder;
  const whole = useMemo(() => buildTree(argument, order), [argument, order]);
  const shown = useMemo(() => onlyKnown(argument, known), [argument, known]);
  const tree = useMemo(
    () => (shown === argument ? whole : buildTree(shown, order)),
    [argument, shown, whole, order],
  );
  const waiting = useMemo(() => newcomers(whole, known), [whole, known]);
  const { byHand, openDepth } = state;
  const rows = useMemo(() => {
    const isOpen = isOpenIn({ byHand, openDepth });
    return flatten(tree, isOpen);
  }, [tree, byHand, openDepth]);
  return {
    state,
    dispatch,
    whole,
    /** What of it is shown: not what has come meanwhile. */
    shown,
    tree,
    rows,
    waiting,
    showAll,
    scales: useMemo(() => new Scales(argument, ratings), [argument, ratings]),
    sources: useMemo(() => groupBy(evidence, ({ claimId }) => claimId), [evidence]),
    mergedInto: useMemo(() => groupBy(claims, (claim) => claim.mergedInto), [claims]),
    placesOf: useMemo(() => groupBy(claimPlaces(whole), ({ claim }) => claim.id), [whole]),
    names: useMemo(() => new Map(authors.map((author) => [author.id, author])), [authors]),
    changeable: useMemo(() => new Set(can.change), [can]),
  };
}

export type OutlineModel = ReturnType<typeof useOutlineModel>;
