import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { PinnedClaims, TagList } from "../../curation/public.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { NewItemsPill } from "../../ui/new-items-pill.tsx";
import { FindBar } from "../find/find-bar.tsx";
import { FindContext } from "../find/find-context.ts";
import { nextAfter } from "../find/news.ts";
import { useFinding } from "../find/use-finding.ts";
import { useGoToFocus } from "../focus/use-go-to-focus.ts";
import { useDebate } from "../debate-context.ts";
import type { LiveOutline } from "../queries.ts";
import { ArchivedClaims } from "./archived-claims.tsx";
import { OutlineContext } from "./outline-context.ts";
import type { Focus } from "./into-sight.ts";
import { KeptDrafts } from "./kept-drafts.tsx";
import { OutlineRows } from "./outline-rows.tsx";
import { Propose } from "./propose.tsx";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import { fold } from "./fold.ts";
import { useDeepLink } from "./use-deep-link.ts";
import { useArrival, useHere } from "./use-here.ts";
import { useOutlineKeys } from "./use-outline-keys.ts";
import type { OutlineModel } from "./use-outline-model.ts";

interface ToolsProps {
  model: OutlineModel;
  onHelp: () => void;
}

function Tools({ model, onHelp }: ToolsProps) {
  const { t } = useTranslation("debates");
  const { slug, debate } = useDebate();
  const { state, dispatch, rows } = model;
  if (rows.length === 0) return null;
  return (
    <div data-no-print className="-mx-2.5 flex flex-wrap items-center gap-x-1">
      <Button
        size="small"
        variant="quiet"
        icon="plus"
        onClick={() => fold(dispatch, { do: "open to", depth: Number.POSITIVE_INFINITY })}
      >
        {t("outline.openAll")}
      </Button>
      <Button
        size="small"
        variant="quiet"
        icon="minus"
        onClick={() => fold(dispatch, { do: "open to", depth: 0 })}
      >
        {t("outline.closeAll")}
      </Button>
      <Button
        size="small"
        variant="quiet"
        icon="chart"
        aria-pressed={state.isRevealed}
        onClick={() => dispatch({ do: "reveal", isRevealed: !state.isRevealed })}
      >
        {t(state.isRevealed ? "outline.hideRatings" : "outline.showRatings")}
      </Button>
      <ButtonLink
        to="/c/$slug/d/$debateId/sources"
        params={{ slug, debateId: debate.id }}
        size="small"
        variant="quiet"
        icon="evidence"
      >
        {t("sources.open")}
      </ButtonLink>
      <Button size="small" variant="quiet" icon="info" onClick={onHelp} className="max-md:hidden">
        {t("keys.title")}
      </Button>
    </div>
  );
}

/** The ways through the outline: to a row, to a place that opens first, and to what the address names. */
function useWays(model: OutlineModel, outline: LiveOutline) {
  const focusRef = useRef<Focus | null>(null);
  const { active, dispatch } = model;
  const focus = useCallback<Focus>(
    (nodeId, block) => {
      active.set(nodeId);
      // A frame later: the row may be one that is drawn only now.
      requestAnimationFrame(() => focusRef.current?.(nodeId, block));
    },
    [active],
  );
  const reached = useHere(model, outline, focus);
  const { reach } = reached;
  const goTo = useCallback<Focus>(
    (nodeId, block) => {
      reach(nodeId);
      requestAnimationFrame(() => focus(nodeId, block));
    },
    [reach, focus],
  );
  const arriveAt = useArrival(model, goTo);
  const begin = (kind: "evidence" | "comments", nodeId: string) => {
    if (kind === "comments" || outline.can.addClaim) {
      dispatch({ do: "begin", task: { kind, nodeId } });
    }
  };
  useDeepLink({
    tree: model.whole,
    active: active.read(),
    goTo,
    begin,
    showAll: model.showAll,
    waiting: model.waiting.size,
  });
  const here = useMemo(() => ({ ...reached, goTo, arriveAt }), [reached, goTo, arriveAt]);
  return { focusRef, focus, reach, here };
}

interface OutlineViewProps {
  outline: LiveOutline;
  model: OutlineModel;
}

/** The argument as an outline: positions, what speaks for and against each, as deep as people go. */
export function OutlineView({ outline, model: whole }: OutlineViewProps) {
  const finding = useFinding(whole, outline);
  const { model, order, news } = finding;
  const searchRef = useRef<HTMLInputElement>(null);
  const [isHelping, setIsHelping] = useState(false);
  const [isProposing, setIsProposing] = useState(false);
  const { focusRef, focus, reach, here } = useWays(model, outline);
  const goToNew = () => {
    const next = nextAfter(order, news, model.active.read());
    if (next) here.goTo(next.id, "center");
  };
  const keys = useOutlineKeys({
    model,
    here,
    focus,
    onHelp: () => setIsHelping(true),
    onFind: () => searchRef.current?.focus(),
    onNew: goToNew,
    onFocus: useGoToFocus(),
  });
  const waiting = [...model.waiting.values()].reduce((sum, count) => sum + count, 0);
  return (
    <OutlineContext value={here}>
      <FindContext value={finding.marks}>
        <PinnedClaims />
        <TagList claims={outline.claims} />
        {outline.positions.length > 0 && (
          <FindBar
            ref={searchRef}
            finding={finding}
            outline={outline}
            onReach={reach}
            onNextNew={goToNew}
          />
        )}
        <Tools model={model} onHelp={() => setIsHelping(true)} />
        <KeptDrafts onPropose={() => setIsProposing(true)} />
        <NewItemsPill count={waiting} onShow={() => here.showNew()} />
        <OutlineRows finding={finding} focusRef={focusRef} />
        <ArchivedClaims claims={outline.claims} />
        {outline.can.addPosition && (
          <div className="mt-8">
            <Propose isOpen={isProposing} onOpen={setIsProposing} />
          </div>
        )}
        <ShortcutsDialog open={isHelping} onClose={() => setIsHelping(false)} keys={keys} />
      </FindContext>
    </OutlineContext>
  );
}
