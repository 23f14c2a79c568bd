import { type Ref } from "react";
import { cx } from "../../ui/cx.ts";
import { rowIdOf, useOutline } from "../outline/outline-context.ts";
import { bringIntoSight } from "../outline/into-sight.ts";
import type { LiveOutline } from "../queries.ts";
import { FilterLine } from "./filter-line.tsx";
import { FilterPanel } from "./filter-panel.tsx";
import { NewSince } from "./new-since.tsx";
import { SearchField } from "./search-field.tsx";
import type { Finding } from "./use-finding.ts";

interface FindBarProps {
  finding: Finding;
  outline: LiveOutline;
  /** Opens the way to a node; the keyboard stays where it is. */
  onReach: (nodeId: string) => void;
  /** Goes to the next claim that is new. */
  onNextNew: () => void;
  ref: Ref<HTMLInputElement>;
}

/** Above the outline: what one looks for in it, and what is new. While one searches it stays in sight. */
export function FindBar({ finding, outline, onReach, onNextNew, ref }: FindBarProps) {
  const { authors } = useOutline();
  const { narrowing, searching, news, model } = finding;
  const show = (nodeId: string) => {
    onReach(nodeId);
    // Two frames later: the way there is opened, and then drawn.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => bringIntoSight(rowIdOf(nodeId), { block: "center", stay: true })),
    );
  };
  const leave = () => {
    searching.search("");
    const active = model.active.read();
    const isHere = model.rows.some(({ node }) => node.id === active);
    const to = isHere ? active : model.rows[0]?.node.id;
    if (to) requestAnimationFrame(() => bringIntoSight(rowIdOf(to)));
  };
  return (
    <>
      <div
        data-no-print
        className={cx(
          "-mx-2 flex flex-wrap items-center gap-2 px-2 py-2",
          searching.query !== "" &&
            "sticky top-28 z-20 rounded-md border border-line bg-paper md:top-17",
        )}
      >
        <SearchField ref={ref} searching={searching} onShow={show} onLeave={leave} />
        <FilterPanel narrowing={narrowing} outline={outline} />
      </div>
      <NewSince news={news} narrowing={narrowing} onNext={onNextNew} />
      <FilterLine narrowing={narrowing} authors={authors} />
    </>
  );
}
