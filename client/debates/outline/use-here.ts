import { useCallback, useEffect, useMemo, useRef } from "react";
import { useReading } from "../../reading/public.ts";
import { useDebate } from "../debate-context.ts";
import { useTalk } from "../comments/queries.ts";
import { useMarks } from "../marks/queries.ts";
import type { LiveOutline } from "../queries.ts";
import { useSuggestions } from "../suggestions/queries.ts";
import { groupBy } from "./group-by.ts";
import type { Focus } from "./into-sight.ts";
import type { OutlineHere } from "./outline-context.ts";
import { ancestorsOf } from "./tree.ts";
import type { OutlineModel } from "./use-outline-model.ts";

/** Names of who is writing, by the node at which they write. */
function useWritersAt(): ReadonlyMap<string, readonly string[]> {
  const { writers } = useDebate();
  return useMemo(() => {
    const names = new Map<string, string[]>();
    for (const { at, name } of writers) {
      if (at !== null) names.set(at, [...(names.get(at) ?? []), name]);
    }
    return names;
  }, [writers]);
}

/** What the reader does with the outline, by functions that stay the same: a new one would draw every row anew. */
function useDeeds(model: OutlineModel, focus: (nodeId: string) => void) {
  const newest = useRef({ model, focus });
  useEffect(() => {
    newest.current = { model, focus };
  });
  const { dispatch, active } = model;
  return useMemo(
    () => ({
      dispatch,
      activate: active.set,
      showNew(nodeId?: string) {
        newest.current.model.showAll();
        if (nodeId !== undefined) dispatch({ do: "open", ids: [nodeId] });
      },
      leaveTask() {
        const { task } = newest.current.model.state;
        dispatch({ do: "end" });
        if (task) newest.current.focus(task.nodeId);
      },
      /** Opens the way to a node; the keyboard stays where it is. */
      reach(nodeId: string) {
        dispatch({ do: "end" });
        const node = newest.current.model.whole.nodes.get(nodeId);
        const above = node ? ancestorsOf(node).map(({ id }) => id) : [];
        dispatch({ do: "open", ids: above });
        active.set(nodeId);
      },
    }),
    [dispatch, active],
  );
}

const noClaims: readonly string[] = [];

/** What others and the reader made of claims, by claim. */
function useNotes({ curation }: OutlineModel) {
  const list = useMarks();
  const marks = useMemo(() => groupBy(list, ({ claimId }) => claimId), [list]);
  const talk = useTalk();
  const suggestions = useSuggestions();
  const kept = useReading()?.claimIds ?? noClaims;
  const bookmarked = useMemo(() => new Set(kept), [kept]);
  return useMemo(
    () => ({ marks, suggestions, talk, bookmarked, curated: curation }),
    [marks, suggestions, talk, bookmarked, curation],
  );
}

/** What the rows reach, from what is drawn and what the reader does. */
export function useHere(
  model: OutlineModel,
  outline: LiveOutline,
  focus: (nodeId: string) => void,
) {
  const writersAt = useWritersAt();
  const notes = useNotes(model);
  const deeds = useDeeds(model, focus);
  const { whole, waiting, names, sources, changeable, scales, placesOf, mergedInto } = model;
  const { isRevealed } = model.state;
  const { can, ratings, verdicts } = outline;
  const said = useMemo(
    () => ({ can, ratings, verdicts, scales, authors: names, evidence: sources, changeable }),
    [can, ratings, verdicts, scales, names, sources, changeable],
  );
  const stands = useMemo(
    () => ({ tree: whole, placesOf, mergedInto, newcomers: waiting }),
    [whole, placesOf, mergedInto, waiting],
  );
  return useMemo(
    () => ({ ...deeds, ...notes, ...said, ...stands, isRevealed, writersAt }),
    [deeds, notes, said, stands, isRevealed, writersAt],
  );
}

/** Goes to a place as soon as it is there: the outline hears of a change a moment after who made it. */
export function useArrival({ whole, showAll }: OutlineModel, goTo: Focus): OutlineHere["arriveAt"] {
  const expected = useRef<Parameters<OutlineHere["arriveAt"]>[0] | null>(null);
  const arrive = () => {
    const place = expected.current;
    const node = place && whole.nodes.get(place.id);
    if (!place || node?.kind !== "claim" || node.edge.targetId !== place.targetId) return;
    expected.current = null;
    showAll();
    goTo(place.id, "center");
  };
  const newest = useRef(arrive);
  useEffect(() => {
    newest.current = arrive;
  });
  // oxlint-disable-next-line react/exhaustive-deps -- only a new tree can have a new place
  useEffect(arrive, [whole]);
  return useCallback((place) => {
    expected.current = place;
    newest.current();
  }, []);
}
