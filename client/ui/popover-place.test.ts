import { expect, test } from "vitest";
import { placeBeside } from "./popover-place.ts";

const view = { width: 400, height: 600 };
const box = { width: 200, height: 150 };
const button = { top: 100, bottom: 140, left: 20, right: 60 };

test("a menu opens under its button, starts aligned", () => {
  const at = placeBeside(button, box, { view, rtl: false, align: "start" });
  expect(at).toMatchObject({ top: 146, left: 20 });
});

test("near the lower edge it opens above", () => {
  const low = { ...button, top: 540, bottom: 580 };
  expect(placeBeside(low, box, { view, rtl: false, align: "start" }).top).toBe(384);
});

test("it never leaves the view sideways", () => {
  const right = { ...button, left: 350, right: 390 };
  expect(placeBeside(right, box, { view, rtl: false, align: "start" }).left).toBe(192);
  expect(placeBeside(button, box, { view, rtl: false, align: "end" }).left).toBe(8);
});

test("right to left, the starts are at the right", () => {
  const middle = { ...button, left: 240, right: 300 };
  expect(placeBeside(middle, box, { view, rtl: true, align: "start" }).left).toBe(100);
});
