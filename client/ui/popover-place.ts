interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}
interface Size {
  width: number;
  height: number;
}
interface Room {
  view: Size;
  rtl: boolean;
  /** Which edges meet: the starts (a menu under its button's start), the ends, or the middles. */
  align: "start" | "end" | "middle";
}

const gap = 6;
const margin = 8;

/** Where a floating box goes: under its anchor, or above where there is more room; never out of view. */
export function placeBeside(anchor: Box, box: Size, { view, rtl, align }: Room) {
  const below = view.height - anchor.bottom - gap - margin;
  const above = anchor.top - gap - margin;
  const goesUp = box.height > below && above > below;
  const top = goesUp ? Math.max(margin, anchor.top - gap - box.height) : anchor.bottom + gap;
  const middle = (anchor.left + anchor.right - box.width) / 2;
  const atLeft = (align === "start") !== rtl;
  const wanted = align === "middle" ? middle : atLeft ? anchor.left : anchor.right - box.width;
  const left = Math.min(Math.max(margin, wanted), view.width - box.width - margin);
  return { top, left: Math.max(margin, left), maxHeight: goesUp ? above : below };
}

/** Puts an open popover beside the element it belongs to. */
export function placePopover(anchor: Element, popover: HTMLElement, align: Room["align"]): void {
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const rtl = getComputedStyle(anchor).direction === "rtl";
  const size = { width: popover.offsetWidth, height: popover.scrollHeight };
  const at = placeBeside(anchor.getBoundingClientRect(), size, { view, rtl, align });
  popover.style.top = `${at.top}px`;
  popover.style.left = `${at.left}px`;
  popover.style.maxHeight = `${at.maxHeight}px`;
}
