import { placeBeside } from "../../ui/popover-place.ts";

export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}
interface Size {
  readonly width: number;
  readonly height: number;
}
interface Room {
  readonly view: Size;
  readonly rtl: boolean;
}

const margin = 8;
/** Around what is explained, for the line that is drawn about it. */
const air = 8;
/** Of something tall, like a position with its text, the beginning is what is explained. */
const mostOfView = 0.35;

/** What of it the panel must leave free. */
export function shownPart({ top, bottom, left, right }: Box, view: Size): Box {
  const most = Math.max(48, view.height * mostOfView);
  return { top, bottom: Math.min(bottom, top + most), left, right };
}

/**
 * How far to scroll so that what is explained and the panel fit into the window together; 0 where they do already, so
 * that nothing moves without need.
 */
export function scrollFor(anchor: Box, panel: Size, view: Size): number {
  const shown = shownPart(anchor, view);
  const isInView = shown.top >= margin && shown.bottom <= view.height - margin;
  const needed = panel.height + 2 * (air + margin);
  const hasRoom = view.height - shown.bottom >= needed || shown.top >= needed;
  return isInView && hasRoom ? 0 : shown.top - margin - air;
}

/** Beside what it explains, where there is more room, and no taller than that: it never lies over it. */
export function placePanel(anchor: Box, panel: Size, { view, rtl }: Room) {
  const shown = shownPart(anchor, view);
  const free = { ...shown, top: shown.top - air, bottom: shown.bottom + air };
  const { top, left, maxHeight } = placeBeside(free, panel, { view, rtl, align: "start" });
  const height = Math.min(panel.height, maxHeight);
  // What is explained may have been scrolled away: the panel stays in the window.
  const lowest = Math.max(margin, view.height - height - margin);
  return { top: Math.min(Math.max(margin, top), lowest), left, maxHeight };
}
