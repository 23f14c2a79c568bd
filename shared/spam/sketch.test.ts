import fc from "fast-check";
import { expect, it } from "vitest";
import { likeness } from "../finding/likeness.ts";
import { nearlySame, resemblance, sketchLength, sketchOf } from "./sketch.ts";

const words = fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 12, maxLength: 40 });
const sketch = (text: string, seed = 7) => {
  const made = sketchOf(text, seed);
  if (!made) throw new Error("long enough");
  return made;
};

it("is the same for the same words, and not for others", () => {
  const text = "Buy cheap pills now, they are the best pills in town";
  expect(resemblance(sketch(text), sketch(text.toUpperCase()))).toBe(1);
  const other = "The council should publish its budget before anybody votes";
  expect(resemblance(sketch(text), sketch(other))).toBeLessThan(0.3);
  const nearly = `${text}!! Really`;
  expect(resemblance(sketch(text), sketch(nearly))).toBeGreaterThan(nearlySame);
});

it("compares no short texts, which are alike by chance", () => {
  expect(sketchOf("I agree with that", 7)).toBeNull();
  expect(sketchOf("", 7)).toBeNull();
});

it("says nothing under another seed", () => {
  const text = "Buy cheap pills now, they are the best pills in town";
  expect(resemblance(sketch(text, 1), sketch(text, 2))).toBeLessThan(0.1);
});

it("tells how much texts resemble one another, within the error of its length", () => {
  fc.assert(
    fc.property(words, words, fc.nat(10), (one, other, kept) => {
      const [a, b] = [one.join(" "), [...one.slice(0, kept), ...other].join(" ")];
      const told = resemblance(sketch(a), sketch(b));
      // Six standard deviations of the mean of so many places.
      expect(Math.abs(told - likeness(a, b))).toBeLessThan(6 * Math.sqrt(0.25 / sketchLength));
    }),
  );
});

it("refuses what is no sketch", () => {
  expect(() => resemblance([1], [1])).toThrow(RangeError);
});
