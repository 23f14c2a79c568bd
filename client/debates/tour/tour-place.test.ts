import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, placePanel, scrollFor, shownPart } from "./tour-place.ts";

const phone = { width: 390, height: 844 };
const at = (top: number, height: number): Box => ({
  top,
  bottom: top + height,
  left: 16,
  right: 374,
});
const moved = (box: Box, by: number): Box => ({
  ...box,
  top: box.top - by,
  bottom: box.bottom - by,
});

describe("where the tour's panel goes", () => {
  it("is beside what it explains, without scrolling, where there is room", () => {
    const anchor = at(200, 40);
    const panel = { width: 374, height: 260 };
    expect(scrollFor(anchor, panel, phone)).toBe(0);
    expect(placePanel(anchor, panel, { view: phone, rtl: false }).top).toBeGreaterThan(240);
  });

  it("is where the browser says that the place is, whose boxes have nothing of their own", () => {
    const { top, bottom, left, right } = at(200, 40);
    const measured = Object.create({ top, bottom, left, right }) as Box;
    const place = placePanel(measured, { width: 300, height: 260 }, { view: phone, rtl: false });
    expect(place).toMatchObject({ left: 16, top: 254 });
  });

  it("is above what stands at the lower edge", () => {
    const anchor = at(780, 44);
    const panel = { width: 374, height: 260 };
    expect(scrollFor(anchor, panel, phone)).toBe(0);
    expect(placePanel(anchor, panel, { view: phone, rtl: false }).top + 260).toBeLessThan(780);
  });

  it("scrolls to what is out of sight", () => {
    const anchor = at(2_400, 300);
    const by = scrollFor(anchor, { width: 374, height: 260 }, phone);
    const there = moved(anchor, by);
    expect(there.top).toBeGreaterThanOrEqual(0);
    expect(there.top).toBeLessThan(100);
  });

  it("never lies over what it explains, and is in the window, wherever that is and however tall", () => {
    const anchors = fc.record({
      top: fc.integer({ min: -3_000, max: 6_000 }),
      height: fc.integer({ min: 20, max: 1_500 }),
    });
    const views = fc.record({
      width: fc.integer({ min: 320, max: 1_600 }),
      height: fc.integer({ min: 400, max: 1_200 }),
    });
    const heights = fc.integer({ min: 120, max: 420 });
    fc.assert(
      fc.property(anchors, views, heights, ({ top, height }, view, panelHeight) => {
        const panel = { width: Math.min(384, view.width - 16), height: panelHeight };
        const before = at(top, height);
        const anchor = moved(before, scrollFor(before, panel, view));
        const place = placePanel(anchor, panel, { view, rtl: false });
        const shown = shownPart(anchor, view);
        const bottom = place.top + Math.min(panel.height, place.maxHeight);
        expect(place.top >= shown.bottom || bottom <= shown.top).toBe(true);
        expect(place.top).toBeGreaterThanOrEqual(0);
        expect(bottom).toBeLessThanOrEqual(view.height);
        expect(shown.top).toBeGreaterThanOrEqual(0);
        // Too little room to read in would be as bad as none: what does not fit scrolls in 150 px at least.
        expect(place.maxHeight).toBeGreaterThanOrEqual(Math.min(panel.height, 150));
      }),
    );
  });

  it("stays in the window when what it explains is scrolled away", () => {
    const panel = { width: 374, height: 260 };
    for (const top of [-900, 1_900]) {
      const place = placePanel(at(top, 60), panel, { view: phone, rtl: false });
      expect(place.top).toBeGreaterThanOrEqual(8);
      expect(place.top + 260).toBeLessThanOrEqual(836);
    }
  });
});
