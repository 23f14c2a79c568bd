import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { StanceMark } from "../../ui/stance.tsx";
import { useArgument } from "../argument-context.ts";
import { useDebate } from "../debate-context.ts";
import { ClaimRow } from "../outline/claim-row.tsx";
import { bringIntoSight } from "../outline/into-sight.ts";
import {
  OutlineContext,
  type OutlineHere,
  RowContext,
  rowIdOf,
} from "../outline/outline-context.ts";
import { useArrival, useHere } from "../outline/use-here.ts";
import { PositionRow } from "../outline/position-row.tsx";
import { hashOf } from "../outline/row-menu.tsx";
import { ShortcutsDialog } from "../outline/shortcuts-dialog.tsx";
import type { OutlineNode } from "../outline/tree.ts";
import { Card } from "./card.tsx";
import { columnOf } from "./focus-keys.ts";
import { useFocusWay } from "./node-link.tsx";
import { PathAbove } from "./path-above.tsx";
import { siblingsOf, wayTo } from "./place.ts";
import { Siblings } from "./siblings.tsx";
import { focusViewMark, useFocusKeys } from "./use-focus-keys.ts";

interface FocusViewProps {
  node: OutlineNode;
}

/** What is in the middle, with all that can be done about it: the outline's own row. */
function Middle({ node }: FocusViewProps) {
  const { tree, state } = useArgument().model;
  const task = state.task?.nodeId === node.id ? state.task : null;
  const here = useMemo(() => ({ isActive: true, task }), [task]);
  const id = rowIdOf(node.id);
  const all = siblingsOf(tree, node);
  const place = all.findIndex((one) => one.id === node.id) + 1;
  const row = {
    node,
    isOpen: true,
    hasBelow: node.children.length > 0,
    place,
    siblings: all.length,
  };
  return (
    <article
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-kind ${id}-text`}
      aria-describedby={`${id}-facts`}
      className="min-w-0 scroll-mt-48 scroll-mb-10 rounded-md focus-visible:outline-offset-1"
    >
      <RowContext value={here}>
        {node.kind === "position" ? (
          <PositionRow row={row} node={node} isAlone />
        ) : (
          <ClaimRow row={row} node={node} isAlone />
        )}
      </RowContext>
    </article>
  );
}

interface ColumnProps extends FocusViewProps {
  side: "pro" | "con";
  className: string;
}

function Column({ node, side, className }: ColumnProps) {
  const { t } = useTranslation("views");
  const claims = columnOf(node, side);
  const id = `focus-${side}`;
  return (
    <section aria-labelledby={id} className={className}>
      <h3 id={id} className="mb-2 flex items-center gap-2">
        <StanceMark side={side} />
        <span className="font-sans text-sm font-normal text-muted tabular-nums">
          {claims.length}
        </span>
      </h3>
      {claims.length === 0 && <p className="text-sm text-muted">{t(`focus.none.${side}`)}</p>}
      <ul className="space-y-2">
        {claims.map((claim) => (
          <li
            key={claim.id}
            className="[contain-intrinsic-size:auto_7rem] [content-visibility:auto]"
          >
            <Card node={claim} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tools({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation(["views", "debates"]);
  const { state, dispatch } = useArgument().model;
  return (
    <div data-no-print className="-mx-2.5 flex flex-wrap items-center gap-x-1">
      <Button
        size="small"
        variant="quiet"
        icon="chart"
        aria-pressed={state.isRevealed}
        onClick={() => dispatch({ do: "reveal", isRevealed: !state.isRevealed })}
      >
        {t(state.isRevealed ? "debates:outline.hideRatings" : "debates:outline.showRatings")}
      </Button>
      <Button size="small" variant="quiet" icon="info" onClick={onHelp} className="max-md:hidden">
        {t("debates:keys.title")}
      </Button>
    </div>
  );
}

/** Moves the keyboard to something that is drawn, or will be in a moment. */
function standAt(nodeId: string): void {
  requestAnimationFrame(() => bringIntoSight(rowIdOf(nodeId)));
}

/** The ways out of a view of one node. */
function useWays(node: OutlineNode) {
  const navigate = useNavigate();
  const { slug, debate } = useDebate();
  const { tree } = useArgument().model;
  const wayOf = useFocusWay();
  const isFirstPlace = wayTo(tree, node).search.at === undefined;
  return {
    go: (to: OutlineNode) => void navigate(wayOf(to)),
    toOutline: () =>
      void navigate({
        to: "/c/$slug/d/$debateId/arguments",
        params: { slug, debateId: debate.id },
        // At another place the outline knows by itself where one was.
        ...(isFirstPlace ? { hash: hashOf(node) } : {}),
        resetScroll: false,
      }),
  };
}

/** What the outline's rows reach, where one of them stands alone. */
function useFocusHere(node: OutlineNode, go: (to: OutlineNode) => void): OutlineHere {
  const { model, outline } = useArgument();
  const { whole, dispatch } = model;
  const here = useHere(model, outline, standAt);
  const goTo = (nodeId: string) => {
    dispatch({ do: "end" });
    const there = whole.nodes.get(nodeId);
    // What was just added is not in the tree yet: it comes into a column of this view.
    const isHere = !there || there.id === node.id || there.parent?.id === node.id;
    if (isHere) standAt(nodeId);
    else go(there);
  };
  const arriveAt = useArrival(model, goTo);
  return { ...here, goTo, arriveAt };
}

/** One claim in the middle, what speaks for it at the start, what speaks against it at the end, the way up above. */
export function FocusView({ node }: FocusViewProps) {
  const { t } = useTranslation("views");
  const { active, state, tree } = useArgument().model;
  const [isHelping, setIsHelping] = useState(false);
  const ways = useWays(node);
  const here = useFocusHere(node, ways.go);
  useEffect(() => {
    active.set(node.id);
    standAt(node.id);
  }, [active, node.id]);
  const onHelp = () => setIsHelping(true);
  const { task } = state;
  const keys = useFocusKeys({ tree, node, here, task, stand: standAt, onHelp, ...ways });
  return (
    <OutlineContext value={here}>
      <section aria-label={t("focus.label")} {...{ [focusViewMark]: "" }}>
        <Tools onHelp={onHelp} />
        <div className="mt-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
          <div className="min-w-0 max-w-full flex-1 basis-80">
            <PathAbove node={node} />
          </div>
          <Siblings node={node} />
        </div>
        <div className="mt-3 grid gap-x-6 gap-y-6 sm:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)_minmax(0,1fr)]">
          <div className="min-w-0 sm:col-span-2 lg:col-span-1 lg:col-start-2 lg:row-start-1">
            <Middle key={node.id} node={node} />
          </div>
          <Column node={node} side="pro" className="min-w-0 lg:col-start-1 lg:row-start-1" />
          <Column node={node} side="con" className="min-w-0 lg:col-start-3 lg:row-start-1" />
        </div>
      </section>
      <ShortcutsDialog open={isHelping} onClose={() => setIsHelping(false)} keys={keys} />
    </OutlineContext>
  );
}
