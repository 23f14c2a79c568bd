import {
  type PointerEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { type BoardLayout, type DropTarget, dropTarget, moveOfDrop } from "./drop-target.ts";
import type { RankingMove } from "./ranking.ts";

/** What is being dragged, by how much, and what letting go would do. */
export interface Drag {
  readonly option: string;
  readonly dx: number;
  readonly dy: number;
  readonly target: DropTarget;
}

interface Grip {
  readonly option: string;
  readonly pointerId: number;
  /** Where it was taken, on the page. */
  readonly x: number;
  readonly y: number;
  /** null until it has moved far enough to be a drag. */
  layout: BoardLayout | null;
  /** The last place of the pointer in the window. */
  clientX: number;
  clientY: number;
}

interface Options {
  readonly board: RefObject<HTMLElement | null>;
  readonly allowsTies: boolean;
  readonly onMove: (move: RankingMove) => void;
}

const slack = 4;
const scrollZone = 72;
const scrollStep = 12;

function layoutOf(board: HTMLElement): BoardLayout {
  const rectOf = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { top: top + window.scrollY, bottom: bottom + window.scrollY };
  };
  const unranked = board.querySelector("[data-unranked]");
  return {
    groups: [...board.querySelectorAll("[data-group]")].map(rectOf),
    unrankedTop: unranked ? rectOf(unranked).top : Number.POSITIVE_INFINITY,
  };
}

/** How far to scroll in a frame when the pointer is near an edge of the window: the nearer, the faster. */
function scrollFor(clientY: number): number {
  const nearness = (distance: number) => Math.min(1, Math.max(0, 1 - distance / scrollZone));
  const by = nearness(window.innerHeight - clientY) - nearness(clientY);
  return Math.round(by * scrollStep);
}

/** Scrolls on while the pointer rests near an edge, and hears Escape. */
function useWhileDragging(
  isDragging: boolean,
  listeners: { readonly onFrame: () => void; readonly onEscape: () => void },
): void {
  const onFrame = useEffectEvent(listeners.onFrame);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "Escape") listeners.onEscape();
  });
  useEffect(() => {
    if (!isDragging) return undefined;
    let frame = requestAnimationFrame(function turn() {
      onFrame();
      frame = requestAnimationFrame(turn);
    });
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("keydown", listener);
    };
  }, [isDragging]);
}

/** Dragging options by mouse, pen and finger. Nothing else moves until one lets go; Escape takes it back. */
export function useRankingDrag({ board, allowsTies, onMove }: Options) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const grip = useRef<Grip | null>(null);

  const follow = () => {
    const held = grip.current;
    if (!held || !board.current) return;
    const dx = held.clientX + window.scrollX - held.x;
    const dy = held.clientY + window.scrollY - held.y;
    if (!held.layout && Math.hypot(dx, dy) < slack) return;
    held.layout ??= layoutOf(board.current);
    const target = dropTarget(held.clientY + window.scrollY, held.layout, allowsTies);
    setDrag({ option: held.option, dx, dy, target });
  };
  const stop = () => {
    grip.current = null;
    setDrag(null);
  };

  useWhileDragging(drag !== null, {
    onFrame() {
      const by = grip.current ? scrollFor(grip.current.clientY) : 0;
      if (by === 0) return;
      window.scrollBy(0, by);
      follow();
    },
    onEscape: stop,
  });

  /** For the row of an option: a mouse may take it anywhere, a finger by its handle, so that the page still scrolls. */
  const take = (option: string) => (event: PointerEvent<HTMLElement>) => {
    const from = event.target as Element;
    const isHandle = from.closest("[data-handle]") !== null;
    const isOtherControl = !isHandle && from.closest("button, a, input") !== null;
    if (event.button !== 0 || isOtherControl) return;
    if (!isHandle && event.pointerType !== "mouse") return;
    const { pointerId, pageX: x, pageY: y, clientX, clientY } = event;
    grip.current = { option, pointerId, x, y, layout: null, clientX, clientY };
    event.currentTarget.setPointerCapture(pointerId);
  };
  const pull = (event: PointerEvent<HTMLElement>) => {
    const held = grip.current;
    if (held?.pointerId !== event.pointerId) return;
    held.clientX = event.clientX;
    held.clientY = event.clientY;
    follow();
  };
  const drop = (event: PointerEvent<HTMLElement>) => {
    if (grip.current?.pointerId !== event.pointerId) return;
    if (drag) onMove(moveOfDrop(drag.option, drag.target));
    stop();
  };
  const handlersOf = (option: string) => ({
    onPointerDown: take(option),
    onPointerMove: pull,
    onPointerUp: drop,
    onPointerCancel: stop,
  });
  return { drag, handlersOf };
}
