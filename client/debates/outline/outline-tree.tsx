import { defaultRangeExtractor, type Range, useWindowVirtualizer } from "@tanstack/react-virtual";
import { memo, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { useFindHere } from "../find/find-context.ts";
import { ClaimRow } from "./claim-row.tsx";
import { useActiveId } from "./active-row.ts";
import { RowContext, type RowHere, rowIdOf } from "./outline-context.ts";
import { bringIntoSight, type Focus } from "./into-sight.ts";
import { PositionRow } from "./position-row.tsx";
import type { Row } from "./tree.ts";
import type { OutlineModel } from "./use-outline-model.ts";

interface OutlineTreeProps {
  model: OutlineModel;
  /** Brings a row into sight and gives it the focus. */
  focusRef: RefObject<Focus | null>;
}

/** How far down the page the list begins. */
function useTop(list: RefObject<HTMLDivElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    // Whatever grows or folds above the list changes the height of the page.
    const observer = new ResizeObserver(() => {
      const box = list.current?.getBoundingClientRect();
      if (box) setTop(Math.round(box.top + window.scrollY));
    });
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return top;
}

/** On paper there is no scrolling: all rows are drawn. */
function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setIsPrinting(true));
    const after = () => setIsPrinting(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  return isPrinting;
}

/** Rows in sight, and those that must not go away while somebody writes or stands in them. */
function withKept(range: Range, kept: readonly number[]): number[] {
  const inSight = defaultRangeExtractor(range);
  const others = kept.filter((index) => index >= 0 && !inSight.includes(index));
  return [...inSight, ...others].toSorted((a, b) => a - b);
}

function useRows({ model, focusRef }: OutlineTreeProps, list: RefObject<HTMLDivElement | null>) {
  const { rows, state } = model;
  const activeId = useActiveId(model.active);
  const scrollMargin = useTop(list);
  const indexOf = (id: string | undefined | null) => rows.findIndex(({ node }) => node.id === id);
  const kept = [indexOf(activeId), indexOf(state.task?.nodeId)];
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (rows[index]?.node.kind === "position" ? 190 : 118),
    getItemKey: (index) => rows[index]?.node.id ?? index,
    overscan: 6,
    // Drawing at once for each event of the wheel costs more frames than it saves.
    useFlushSync: false,
    scrollMargin,
    rangeExtractor: (range) => withKept(range, kept),
  });
  useEffect(() => {
    focusRef.current = (nodeId, block) => bringIntoSight(rowIdOf(nodeId), { block });
  }, [focusRef]);
  return { virtualizer, scrollMargin, activeId };
}

/** Drawn anew when something about it changes, not for each step of scrolling, nor when other rows open or close. */
const RowInside = memo(({ isActive, task, ...row }: Row & RowHere) => {
  const { isDim } = useFindHere();
  const here = useMemo(() => ({ isActive, task }), [isActive, task]);
  const { node } = row;
  const inside =
    node.kind === "position" ? (
      <PositionRow row={row} node={node} />
    ) : (
      <ClaimRow row={row} node={node} />
    );
  return (
    <RowContext value={here}>
      {isDim(node.id) ? (
        // What only shows the way steps back, but can be read.
        <div className="[&_.prose]:text-muted [&_[id$='-text']]:text-muted">{inside}</div>
      ) : (
        inside
      )}
    </RowContext>
  );
});
RowInside.displayName = "RowInside";

/** What a row says of itself to those who listen. */
function itemProps({ node, isOpen, hasBelow, place, siblings }: Row, isStop: boolean) {
  const id = rowIdOf(node.id);
  return {
    id,
    role: "treeitem",
    tabIndex: isStop ? 0 : -1,
    "aria-level": node.depth + 1,
    "aria-posinset": place,
    "aria-setsize": siblings,
    "aria-expanded": hasBelow ? isOpen : undefined,
    "aria-labelledby": `${id}-kind ${id}-text`,
    "aria-describedby": `${id}-facts`,
    className: "scroll-mt-28 scroll-mb-10 rounded-md focus-visible:outline-offset-1",
  };
}

/** The tree, drawn only where one looks: five thousand claims are as quick as fifty. */
export function OutlineTree({ model, focusRef }: OutlineTreeProps) {
  const { t } = useTranslation("debates");
  const { rows, state, active } = model;
  const list = useRef<HTMLDivElement>(null);
  const isPrinting = useIsPrinting();
  const { virtualizer, scrollMargin, activeId } = useRows({ model, focusRef }, list);
  // The one row that the Tab key stops at.
  const isHere = rows.some(({ node }) => node.id === activeId);
  const stop = isHere ? activeId : rows[0]?.node.id;
  const inside = (row: Row) => (
    <RowInside
      {...row}
      isActive={row.node.id === activeId}
      task={row.node.id === state.task?.nodeId ? state.task : null}
    />
  );
  const tree = { ref: list, role: "tree", "aria-label": t("outline.label") } as const;
  if (isPrinting) {
    return (
      <div {...tree}>
        {rows.map((row) => (
          <div key={row.node.id} {...itemProps(row, false)}>
            {inside(row)}
          </div>
        ))}
      </div>
    );
  }
  return (
    <div {...tree} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            role="none"
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${start - scrollMargin}px)` }}
          >
            <div
              {...itemProps(row, row.node.id === stop)}
              data-write={index === 0 ? "outline" : undefined}
              // By whatever way one came here, the keys mean this row.
              onFocus={() => active.set(row.node.id)}
            >
              {inside(row)}
            </div>
          </div>
        );
      })}
    </div>
  );
}
