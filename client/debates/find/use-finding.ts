import { useMemo, useSyncExternalStore } from "react";
import { useReadMarker } from "../../reading/public.ts";
import { useDebate } from "../debate-context.ts";
import { isOpenIn } from "../outline/state.ts";
import { type Argument, flatten } from "../outline/tree.ts";
import type { OutlineModel } from "../outline/use-outline-model.ts";
import type { LiveOutline } from "../queries.ts";
import type { FindHere } from "./find-context.ts";
import { newsIn } from "./news.ts";
import { isKeptIn, type Narrowing, useNarrowing } from "./use-narrowing.ts";
import { type Searching, useSearching } from "./use-searching.ts";

const everything = () => true;

/** The lines to be drawn: what was asked for and the way there, with the way to what is searched for open. */
function useRows(model: OutlineModel, { narrowed }: Narrowing, { above }: Searching) {
  const { tree, rows, state } = model;
  const { byHand, openDepth } = state;
  // Where the reader is matters only to what is narrowed.
  const active = useSyncExternalStore(model.active.subscribe, () =>
    narrowed ? model.active.read() : null,
  );
  return useMemo(() => {
    if (!narrowed && above.size === 0) return rows;
    const isOpenElse = isOpenIn({ byHand, openDepth });
    if (!narrowed) {
      return flatten(
        tree,
        (node) => byHand.get(node.id) ?? (above.has(node.id) || isOpenElse(node)),
      );
    }
    const isKept = isKeptIn(narrowed, tree.nodes.get(active ?? ""));
    return flatten(tree, ({ id }) => byHand.get(id) ?? true, isKept);
  }, [tree, rows, byHand, openDepth, active, narrowed, above]);
}

/** When the newest of what is shown was said. */
function newestOf({ positions, claims }: Argument, asked: string): string {
  let newest = asked;
  for (const { createdAt } of [...positions, ...claims]) {
    if (createdAt > newest) newest = createdAt;
  }
  return newest;
}

/** What the reader looks for in an outline, what is new to them, and the outline as that leaves it. */
export function useFinding(model: OutlineModel, outline: LiveOutline) {
  const { debate } = useDebate();
  const { tree, shown } = model;
  const order = useMemo(() => flatten(tree, everything).map(({ node }) => node), [tree]);
  const narrowing = useNarrowing(model, outline);
  const searching = useSearching(order, model);
  const rows = useRows(model, narrowing, searching);
  const { traits, narrowed } = narrowing;
  const news = useMemo(() => newsIn(order, traits.new), [order, traits.new]);
  useReadMarker(useMemo(() => newestOf(shown, debate.createdAt), [shown, debate.createdAt]));
  const { words } = searching;
  const marks = useMemo<FindHere>(
    () => ({
      words,
      isDim: (nodeId) => narrowed !== null && !narrowed.hits.has(nodeId),
      isNew: (claimId) => traits.new.has(claimId),
    }),
    [words, narrowed, traits],
  );
  return { model: { ...model, rows }, order, narrowing, searching, news, marks };
}

export type Finding = ReturnType<typeof useFinding>;
