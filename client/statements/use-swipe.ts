import { type PointerEvent, useRef, useState } from "react";

/** Which way a card was thrown: towards the end of the line, its start, or up. */
export type Direction = "end" | "start" | "up";

interface Point {
  readonly x: number;
  readonly y: number;
}

const farEnough = 90;

/** Where a drag by so many pixels leads; null while it is too short to mean anything. */
export function directionOf({ x, y }: Point, isRightToLeft: boolean): Direction | null {
  if (-y > farEnough && -y > Math.abs(x)) return "up";
  if (Math.abs(x) < farEnough || Math.abs(x) < Math.abs(y)) return null;
  return x > 0 === isRightToLeft ? "start" : "end";
}

/** Lets a card be thrown by finger; with a mouse one presses the buttons. */
export function useSwipe(onThrow: (direction: Direction) => void) {
  const start = useRef<Point | null>(null);
  const [moved, setMoved] = useState<Point | null>(null);
  const isRightToLeft = () => document.documentElement.dir === "rtl";
  const finish = (event: PointerEvent) => {
    const from = start.current;
    start.current = null;
    setMoved(null);
    if (!from || event.type === "pointercancel") return;
    const by = { x: event.clientX - from.x, y: event.clientY - from.y };
    const direction = directionOf(by, isRightToLeft());
    if (direction) onThrow(direction);
  };
  return {
    moved,
    heading: moved && directionOf(moved, isRightToLeft()),
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (event.pointerType !== "mouse") start.current = { x: event.clientX, y: event.clientY };
      },
      onPointerMove: (event: PointerEvent) => {
        const from = start.current;
        if (from) setMoved({ x: event.clientX - from.x, y: event.clientY - from.y });
      },
      onPointerUp: finish,
      onPointerCancel: finish,
    },
  };
}
