import { useEffect, useMemo, useRef, useState } from "react";
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
import { OutlineContext, type OutlineHere } from "./outline-context.ts";
import type { Focus } from "./into-sight.ts";
import { KeptDrafts } from "./kept-drafts.tsx";
import { OutlineRows } from "./outline-rows.tsx";
import { Propose } from "./propose.tsx";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import { ancestorsOf } from "./tree.ts";
import { useDeepLink } from "./use-deep-link.ts";
import { useOutlineKeys } from "./use-outline-keys.ts";
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
        onClick={() => dispatch({ do: "open to", depth: Number.POSITIVE_INFINITY })}
      >
        {t("outline.openAll")}
      </Button>
      <Button
        size="small"
        variant="quiet"
        icon="minus"
        onClick={() => dispatch({ do: "open to", depth: 0 })}
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

/** What the rows reach, from what is drawn and what the reader does. */
export function useHere(
  model: OutlineModel,
  outline: LiveOutline,
  focus: (nodeId: string) => void,
) {
  const writersAt = useWritersAt();
  const { state, dispatch, whole, waiting, showAll, names, sources, changeable } = model;
  const here: Omit<OutlineHere, "arriveAt"> = {
    state,
    dispatch,
    can: outline.can,
    ratings: outline.ratings,
    verdicts: outline.verdicts,
    authors: names,
    evidence: sources,
    scales: model.scales,
    changeable,
    tree: whole,
    placesOf: model.placesOf,
    mergedInto: model.mergedInto,
    newcomers: waiting,
    writersAt,
    showNew(nodeId) {
      showAll();
      if (nodeId !== undefined) dispatch({ do: "open", ids: [nodeId] });
    },
    leaveTask() {
      const { task } = state;
      dispatch({ do: "end" });
      if (task) focus(task.nodeId);
    },
    goTo(nodeId) {
      dispatch({ do: "end" });
      const node = whole.nodes.get(nodeId);
      const above = node ? ancestorsOf(node).map(({ id }) => id) : [];
      dispatch({ do: "open", ids: above });
      dispatch({ do: "activate", id: nodeId });
    },
  };
  return here;
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
  // oxlint-disable-next-line react/exhaustive-deps -- only a new tree can have a new place
  useEffect(arrive, [whole]);
  return (place) => {
    expected.current = place;
    arrive();
  };
}

/** The ways through the outline: to a row, to a place that opens first, and to what the address names. */
function useWays(model: OutlineModel, outline: LiveOutline) {
  const focusRef = useRef<Focus | null>(null);
  const focus: Focus = (nodeId, block) => {
    model.dispatch({ do: "activate", id: nodeId });
    // A frame later: the row may be one that is drawn only now.
    requestAnimationFrame(() => focusRef.current?.(nodeId, block));
  };
  const here = useHere(model, outline, focus);
  const goTo: Focus = (nodeId, block) => {
    here.goTo(nodeId);
    requestAnimationFrame(() => focus(nodeId, block));
  };
  const arriveAt = useArrival(model, goTo);
  const begin = (kind: "evidence" | "comments", nodeId: string) => {
    if (kind === "comments" || outline.can.addClaim) {
      model.dispatch({ do: "begin", task: { kind, nodeId } });
    }
  };
  useDeepLink({
    tree: model.whole,
    active: model.state.active,
    goTo,
    begin,
    showAll: model.showAll,
    waiting: model.waiting.size,
  });
  return { focusRef, focus, here: { ...here, arriveAt }, goTo };
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
  const { focusRef, focus, here, goTo } = useWays(model, outline);
  const goToNew = () => {
    const next = nextAfter(order, news, model.state.active);
    if (next) goTo(next.id, "center");
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
    <OutlineContext value={{ ...here, goTo }}>
      <FindContext value={finding.marks}>
        <PinnedClaims />
        <TagList claims={outline.claims} />
        {outline.positions.length > 0 && (
          <FindBar
            ref={searchRef}
            finding={finding}
            outline={outline}
            onReach={here.goTo}
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
