import { useCallback, useMemo, useReducer, useState } from "react";
import { Scales } from "../standing.ts";
import { useCuration } from "../../curation/public.ts";
import { useDebate } from "../debate-context.ts";
import type { LiveOutline } from "../queries.ts";
import { ActiveRow } from "./active-row.ts";
import { groupBy } from "./group-by.ts";
import { noOrder } from "./order.ts";
import { type Action, firstState, isOpenIn, reduce } from "./state.ts";
import { type Argument, buildTree, claimPlaces, flatten, newcomers, onlyKnown } from "./tree.ts";

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

/** What the reader opened and does, and where they are. */
function useOutlineState(claimCount: number) {
  const [active] = useState(() => new ActiveRow());
  const [state, reduceBy] = useReducer(reduce, claimCount, firstState);
  const dispatch = useCallback(
    (action: Action) => {
      if (action.do === "begin") active.set(action.task.nodeId);
      reduceBy(action);
    },
    [active],
  );
  return { active, state, dispatch };
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
  const { active, state, dispatch } = useOutlineState(claims.length);
  const argument = useMemo(() => ({ positions, claims, edges }), [positions, claims, edges]);
  const { known, showAll } = useKnown(argument);
  const curation = useCuration();
  const order = curation?.order ?? noOrder;
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
    active,
    curation,
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
