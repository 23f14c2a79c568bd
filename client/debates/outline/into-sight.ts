/** Brings a node's row into sight and gives it the focus. */
export type Focus = (nodeId: string, block?: ScrollLogicalPosition) => void;

interface Coming {
  readonly block?: ScrollLogicalPosition | undefined;
  /** The focus stays where it is, as when one searches. */
  readonly stay?: boolean;
}

const calmFrames = 8;
const patienceMs = 1_500;
/** So long may a row take to be drawn: what was just added into thousands of others, on a slow phone. */
const drawnWithinMs = 5_000;

/** The way to one row ends when the way to another begins. */
let onTheWay = new AbortController();

/** Ends the way when the reader goes theirs, or another one begins. */
function begin(): AbortSignal {
  onTheWay.abort();
  const way = new AbortController();
  onTheWay = way;
  for (const sign of ["wheel", "touchmove", "pointerdown"]) {
    const options = { passive: true, signal: way.signal };
    window.addEventListener(sign, () => way.abort(), options);
  }
  return way.signal;
}

/** Calls back with an element as soon as it is drawn, unless the way ends or the focus goes elsewhere before. */
function whenDrawn(id: string, way: AbortSignal, reach: (row: HTMLElement) => void): void {
  const started = performance.now();
  const from = document.activeElement;
  const look = () => {
    const row = document.getElementById(id);
    const now = document.activeElement;
    const isElsewhere = now !== from && now !== document.body && now !== row;
    if (way.aborted || isElsewhere || performance.now() - started > drawnWithinMs) return;
    if (row) reach(row);
    else requestAnimationFrame(look);
  };
  look();
}

/** Scrolls to a row until it holds still: rows on the way are measured as they come by, which moves it again. */
function holdInSight(id: string, way: AbortSignal, { block = "nearest", stay }: Coming): void {
  const started = performance.now();
  let before = Number.NaN;
  let calm = 0;
  const look = () => {
    const row = document.getElementById(id);
    const isOver = performance.now() - started > patienceMs || calm >= calmFrames;
    const hasGone = !stay && row !== document.activeElement;
    if (!row || isOver || way.aborted || hasGone) return;
    row.scrollIntoView({ block });
    const { top } = row.getBoundingClientRect();
    calm = Math.abs(top - before) < 1 ? calm + 1 : 0;
    before = top;
    requestAnimationFrame(look);
  };
  look();
}

/** Gives a row the focus as soon as it is drawn, and scrolls no further than needed, unless the reader goes elsewhere. */
export function bringIntoSight(id: string, coming: Coming = {}): void {
  const way = begin();
  whenDrawn(id, way, (row) => {
    if (!coming.stay) row.focus({ preventScroll: true });
    holdInSight(id, way, coming);
  });
}
