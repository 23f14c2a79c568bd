import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Corner } from "#shared/opinions/hull.ts";
import { type Label, lineHeight, placed } from "./labels.ts";

const size = { width: 800, height: 400 };
const label = (x: number, y: number, width = 120): Label => ({
  width,
  wishes: [[x, y]],
  others: [],
});
const lieOver = ([a, b]: Corner, [c, d]: Corner, width: number) =>
  Math.abs(a - c) < width && Math.abs(b - d) < lineHeight;

describe("the labels of a map", () => {
  it("stand where they wish to as long as none is there", () => {
    expect(placed([label(200, 100), label(600, 100), label(200, 300)], size)).toEqual([
      [200, 100],
      [600, 100],
      [200, 300],
    ]);
  });

  it("make room for one another: by a further wish, or by as few lines as it takes", () => {
    const wishes: Corner[] = [
      [210, 100],
      [210, 180],
    ];
    const second = { width: 120, wishes, others: [] };
    expect(placed([label(200, 100), second], size)[1]).toEqual([210, 180]);
    expect(placed([label(200, 100), label(210, 100)], size)[1]).toEqual([210, 80]);
    expect(placed([label(200, 100), label(210, 100), label(190, 100)], size)[2]).toEqual([
      190, 120,
    ]);
  });

  it("stand beside the outline of another group where there is room, and on it rather than far off", () => {
    const wishes: Corner[] = [
      [200, 100],
      [200, 200],
    ];
    const frame = (top: number, bottom: number): Corner[] => [
      [180, top],
      [400, bottom],
    ];
    const at = (...others: Corner[][]) => placed([{ width: 120, wishes, others }], size)[0];
    expect(at(frame(20, 120))).toEqual([200, 200]);
    expect(at(frame(95, 105))).toEqual([200, 200]);
    expect(at(frame(98, 300))).toEqual([200, 80]);
    expect(at(frame(0, 400))).toEqual([200, 100]);
  });

  it("lie over no other, for five groups wherever they are, and are not cut off at a side", () => {
    const groups = fc.array(
      fc.record({
        x: fc.integer({ min: -50, max: 850 }),
        y: fc.integer({ min: -50, max: 450 }),
        width: fc.integer({ min: 40, max: 260 }),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(groups, (all) => {
        const labels = all.map(({ x, y, width }) => label(x, y, width));
        const places = placed(labels, size);
        expect(places).toEqual(placed(labels, size));
        for (const [at, place] of places.entries()) {
          const { width } = labels[at] ?? label(0, 0);
          expect(place[0] - width / 2).toBeGreaterThanOrEqual(0);
          expect(place[0] + width / 2).toBeLessThanOrEqual(size.width);
          expect(place[1]).toBeGreaterThanOrEqual(lineHeight / 2);
          expect(place[1]).toBeLessThanOrEqual(size.height - lineHeight / 2);
          const others = places.slice(at + 1).entries();
          for (const [next, other] of others) {
            const wide = (width + (labels[at + 1 + next]?.width ?? 0)) / 2;
            expect(lieOver(place, other, wide)).toBe(false);
          }
        }
      }),
    );
  });

  it("stay where they wish where there is no room at all", () => {
    const narrow = { width: 100, height: 20 };
    expect(placed([label(50, 10, 90), label(50, 10, 90)], narrow)).toEqual([
      [51, 12],
      [51, 12],
    ]);
  });
});
