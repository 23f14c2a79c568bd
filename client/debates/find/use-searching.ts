import { useDeferredValue, useMemo, useState } from "react";
import { narrow } from "#shared/finding/narrow.ts";
import { wordsOf } from "#shared/finding/words.ts";
import type { OutlineNode } from "../outline/tree.ts";
import type { OutlineModel } from "../outline/use-outline-model.ts";
import { Haystack } from "./haystack.ts";

/** What is searched for, where it occurs, and at which of those places the reader is. */
export function useSearching(order: readonly OutlineNode[], { sources }: OutlineModel) {
  const [query, setQuery] = useState("");
  const [at, setAt] = useState<number | null>(null);
  const settled = useDeferredValue(query);
  const words = useMemo(() => wordsOf(settled), [settled]);
  const haystack = useMemo(() => new Haystack(order, sources), [order, sources]);
  const hits = useMemo(() => haystack.find(settled), [haystack, settled]);
  const above = useMemo(() => {
    const found = new Set(hits);
    return narrow(hits, (node) => found.has(node)).above;
  }, [hits]);
  return {
    query,
    words,
    hits,
    above,
    at: at !== null && at < hits.length ? at : null,
    search(wanted: string) {
      setQuery(wanted);
      setAt(null);
    },
    /** The next hit, or the one before; after the last comes the first. */
    step(by: 1 | -1): OutlineNode | undefined {
      if (hits.length === 0) return undefined;
      const from = at ?? (by === 1 ? -1 : 0);
      const next = (from + by + hits.length) % hits.length;
      setAt(next);
      return hits[next];
    },
  };
}

export type Searching = ReturnType<typeof useSearching>;
