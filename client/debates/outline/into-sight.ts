/** Brings a node's row into sight and gives it the focus. */
export type Focus = (nodeId: string, block?: ScrollLogicalPosition) => void;

interface Coming {
  readonly block?: ScrollLogicalPosition | undefined;
  /** The focus stays where it is, as when one searches. */
  readonly stay?: boolean;
}

const calmFrames = 8;
const patienceMs = 1_500;

/**
 * Gives a row the focus and scrolls no further than needed. Rows on the way are measured as they come
 * by, which moves it again: so the place is looked at until it holds still, or the reader scrolls.
 */
export function bringIntoSight(id: string, { block = "nearest", stay }: Coming = {}): void {
  if (!stay) document.getElementById(id)?.focus({ preventScroll: true });
  const started = performance.now();
  const reader = new AbortController();
  const letGo = () => reader.abort();
  for (const sign of ["wheel", "touchmove", "pointerdown"]) {
    window.addEventListener(sign, letGo, { passive: true, signal: reader.signal });
  }
  let before = Number.NaN;
  let calm = 0;
  const look = () => {
    const row = document.getElementById(id);
    const isOver = performance.now() - started > patienceMs || calm >= calmFrames;
    const hasGone = !stay && row !== document.activeElement;
    if (!row || isOver || reader.signal.aborted || hasGone) return letGo();
    row.scrollIntoView({ block });
    const { top } = row.getBoundingClientRect();
    calm = Math.abs(top - before) < 1 ? calm + 1 : 0;
    before = top;
    requestAnimationFrame(look);
  };
  look();
}
