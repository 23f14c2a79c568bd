import type { Stage } from "./stage.ts";

const step = 60;
const nearer = 1.4;

/** What a key does to the map; false where it means nothing here. */
export function pressKey(key: string, stage: Pick<Stage, "drag" | "zoom" | "reset">): boolean {
  const deeds = new Map([
    ["ArrowLeft", () => stage.drag(step, 0)],
    ["ArrowRight", () => stage.drag(-step, 0)],
    ["ArrowUp", () => stage.drag(0, step)],
    ["ArrowDown", () => stage.drag(0, -step)],
    ["+", () => stage.zoom(nearer)],
    ["=", () => stage.zoom(nearer)],
    ["-", () => stage.zoom(1 / nearer)],
    ["0", () => stage.reset()],
  ]);
  const deed = deeds.get(key);
  deed?.();
  return deed !== undefined;
}

interface Finger {
  readonly x: number;
  readonly y: number;
}

const distance = (a: Finger, b: Finger) => Math.hypot(a.x - b.x, a.y - b.y);
const middle = (fingers: readonly Finger[]): Finger => ({
  x: fingers.reduce((sum, { x }) => sum + x, 0) / fingers.length,
  y: fingers.reduce((sum, { y }) => sum + y, 0) / fingers.length,
});

/**
 * Ties a canvas to hands: a mouse drags, its wheel with Ctrl (as a pinch on a touchpad comes) or on a map that has the
 * focus zooms, two fingers do both. One finger scrolls the page, as everywhere.
 * @returns what ends it
 */
export function takeHands(canvas: HTMLCanvasElement, stage: Stage): () => void {
  const fingers = new Map<number, Finger>();
  const leaving = new AbortController();
  const { signal } = leaving;
  const at = (event: MouseEvent): Finger => ({ x: event.offsetX, y: event.offsetY });

  canvas.addEventListener(
    "pointerdown",
    (event) => {
      fingers.set(event.pointerId, at(event));
      canvas.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  canvas.addEventListener(
    "pointermove",
    (event) => {
      if (!fingers.has(event.pointerId)) return;
      const before = [...fingers.values()];
      fingers.set(event.pointerId, at(event));
      const after = [...fingers.values()];
      if (event.pointerType === "touch" && after.length < 2) return;
      const [from, to] = [middle(before), middle(after)];
      stage.drag(to.x - from.x, to.y - from.y);
      const [a, b] = before;
      const [c, d] = after;
      if (a && b && c && d) stage.zoom(distance(c, d) / Math.max(1, distance(a, b)), [to.x, to.y]);
    },
    { signal },
  );
  for (const end of ["pointerup", "pointercancel"] as const) {
    canvas.addEventListener(end, ({ pointerId }) => fingers.delete(pointerId), { signal });
  }
  // One finger scrolls, two don't: the browser would take the gesture away in the midst of it.
  canvas.addEventListener(
    "touchmove",
    (event) => {
      if (event.touches.length > 1) event.preventDefault();
    },
    { signal, passive: false },
  );
  canvas.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && document.activeElement !== canvas) return;
      event.preventDefault();
      stage.zoom(Math.exp(-event.deltaY / 400), [event.offsetX, event.offsetY]);
    },
    { signal, passive: false },
  );
  canvas.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (pressKey(event.key, stage)) event.preventDefault();
    },
    { signal },
  );
  return () => leaving.abort();
}
