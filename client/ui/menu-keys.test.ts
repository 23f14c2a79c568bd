import { expect, test } from "vitest";
import { stepTo } from "./menu-keys.ts";

const labels = ["Edit", "Withdraw", "Evidence"];

test("arrows go round", () => {
  expect(stepTo("ArrowDown", 2, labels)).toBe(0);
  expect(stepTo("ArrowUp", 0, labels)).toBe(2);
});

test("a letter leads to the next item that begins with it", () => {
  expect(stepTo("e", 0, labels)).toBe(2);
  expect(stepTo("e", 2, labels)).toBe(0);
  expect(stepTo("x", 0, labels)).toBeNull();
});

test("Enter and space stay with the item", () => {
  expect(stepTo("Enter", 0, labels)).toBeNull();
  expect(stepTo(" ", 0, labels)).toBeNull();
});
