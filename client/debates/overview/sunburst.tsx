import { arc as arcShape } from "d3-shape";
import { type KeyboardEvent, memo, type MouseEvent, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useBlocks } from "../../blocks/public.ts";
import { cx } from "../../ui/cx.ts";
import { useWordsOfNode } from "../focus/node-link.tsx";
import { type OutlineNode } from "../outline/tree.ts";
import { type Arc, arcBy, type Rings } from "./rings.ts";

const radius = 316;
const hole = 52;

/** The outlines of arcs, in rings of the same width. */
function outlinesOf({ arcs, levels }: Rings): ReadonlyMap<string, string> {
  const step = (radius - hole) / levels;
  const shape = arcShape<Arc>()
    .startAngle(({ from }) => from)
    .endAngle(({ to }) => to)
    .innerRadius(({ level }) => hole + (level - 1) * step + 1)
    .outerRadius(({ level }) => hole + level * step - 1);
  return new Map(arcs.map((arc) => [arc.node.id, shape(arc) ?? ""]));
}

interface PieceProps {
  arc: Arc;
  outline: string;
  label: string;
  /** Where the Tab key stops. */
  isStop: boolean;
  hatching: string;
}

/** One arc: pros are full, cons are hatched, positions are grey; so it can be told without colours. */
const Piece = memo(({ arc, outline, label, isStop, hatching }: PieceProps) => {
  const { node, level, place, siblings } = arc;
  const isCon = node.kind === "claim" && node.edge.side === "con";
  return (
    <path
      role="treeitem"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-label={label}
      tabIndex={isStop ? 0 : -1}
      data-arc={node.id}
      d={outline}
      fill={isCon ? `url(#${hatching})` : undefined}
      className={cx(
        "cursor-pointer stroke-paper stroke-[0.75] outline-none",
        node.kind === "position" && "fill-line-strong",
        node.kind === "claim" && !isCon && "fill-pro",
      )}
    />
  );
});
Piece.displayName = "Piece";

/** What con arcs are filled with. */
function Hatching({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="7" height="7" className="fill-con-soft" />
        <rect width="3" height="7" className="fill-con" />
      </pattern>
    </defs>
  );
}

/** What the arcs say to those who listen: as many texts as arcs, so not anew for each step. */
function useLabels({ arcs }: Rings): ReadonlyMap<string, string> {
  const { t, i18n } = useTranslation(["views", "debates"]);
  const wordsOf = useWordsOfNode();
  const blocks = useBlocks();
  const labelOf = (node: OutlineNode) => {
    const kind =
      node.kind === "position"
        ? t("overview.position")
        : t(`debates:outline.side.${node.edge.side}`);
    return `${kind}: ${wordsOf(node)} ${t("overview.below", { count: node.below })}`;
  };
  return useMemo(
    () => new Map(arcs.map(({ node }) => [node.id, labelOf(node)])),
    // oxlint-disable-next-line react/exhaustive-deps -- words change with the language and with blocks alone
    [arcs, i18n.language, blocks],
  );
}

interface SunburstProps {
  rings: Rings;
  /** Tells which arc one looks at; null for none. */
  onLook: (node: OutlineNode | null) => void;
  onOpen: (node: OutlineNode) => void;
}

const arcIdIn = (target: EventTarget): string | null =>
  target instanceof Element ? target.getAttribute("data-arc") : null;

/** What the pointer and the keys do to the arcs. */
function useArcs({ rings: { arcs }, onLook, onOpen }: SunburstProps) {
  const drawing = useRef<SVGGElement>(null);
  const tapped = useRef<string | null>(null);
  const [stop, setStop] = useState<string | null>(null);
  const [lit, setLit] = useState<string | null>(null);
  const byId = useMemo(() => new Map(arcs.map((arc) => [arc.node.id, arc])), [arcs]);
  const look = (id: string | null) => {
    setLit(id);
    onLook(byId.get(id ?? "")?.node ?? null);
  };
  const stand = (id: string) => {
    setStop(id);
    look(id);
  };
  return {
    drawing,
    lit,
    stop: byId.has(stop ?? "") ? stop : (arcs[0]?.node.id ?? null),
    handlers: {
      onPointerOver({ target }: { target: EventTarget }) {
        const id = arcIdIn(target);
        if (id !== null) look(id);
      },
      onFocus({ target }: { target: EventTarget }) {
        const id = arcIdIn(target);
        if (id !== null) stand(id);
      },
      onClick({ target, nativeEvent }: MouseEvent) {
        const id = arcIdIn(target);
        const arc = byId.get(id ?? "");
        if (id === null || !arc) return;
        // A finger has not seen what it says yet: the first tap shows it.
        const isTouch = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === "touch";
        if (isTouch && id !== tapped.current) {
          tapped.current = id;
          return stand(id);
        }
        onOpen(arc.node);
      },
      onKeyDown(event: KeyboardEvent) {
        const at = byId.get(arcIdIn(event.target) ?? "");
        if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          return onOpen(at.node);
        }
        const next = arcBy(event.key, arcs, at);
        if (!next) return;
        event.preventDefault();
        drawing.current
          ?.querySelector<SVGPathElement>(`[data-arc="${CSS.escape(next.node.id)}"]`)
          ?.focus({ preventScroll: true });
      },
    },
  };
}

/** The whole argument as rings around the question: one thing to tab to, arrows within. */
export function Sunburst(props: SunburstProps) {
  const { rings } = props;
  const { t } = useTranslation("views");
  const hatching = useId();
  const outlines = useMemo(() => outlinesOf(rings), [rings]);
  const labels = useLabels(rings);
  const { drawing, lit, stop, handlers } = useArcs(props);
  return (
    <svg
      viewBox="-320 -320 640 640"
      className="mx-auto block h-auto w-full max-w-160 touch-manipulation select-none"
    >
      <Hatching id={hatching} />
      <g ref={drawing} role="tree" aria-label={t("overview.label")} {...handlers}>
        {rings.arcs.map((arc) => (
          <Piece
            key={arc.node.id}
            arc={arc}
            outline={outlines.get(arc.node.id) ?? ""}
            label={labels.get(arc.node.id) ?? ""}
            isStop={arc.node.id === stop}
            hatching={hatching}
          />
        ))}
      </g>
      {lit !== null && (
        <path
          aria-hidden="true"
          d={outlines.get(lit)}
          className="pointer-events-none fill-none stroke-ink stroke-4"
        />
      )}
    </svg>
  );
}
