import { expect, it } from "vitest";
import { press, stampFrom } from "./crowd.ts";
import { paintPeople } from "./painting.ts";
import { spread } from "./piles.ts";
import { dotSize } from "./scene.ts";
import { fitted } from "./viewport.ts";

const headcount = 50_000;
const size = { width: 800, height: 500 };
const dot = dotSize(headcount);
const ratio = 2;

/** All over a map, and twenty of them at each place. */
function manyPeople() {
  const place = (at: number) => Math.floor(at / 20);
  const at = Array.from({ length: headcount }, (_, one) => one);
  const people = { x: at.map((one) => place(one) % 50), y: at.map((one) => place(one) / 50) };
  return { ...people, aside: spread(people, dot).aside };
}

it("fifty thousand people are all drawn, each one mark and on the canvas", () => {
  const people = manyPeople();
  const scene = { people, reach: 0, numbers: people.x.map(() => 0), groups: [], own: null };
  const stamp = stampFrom(new Uint8ClampedArray(4 * (dot * ratio) ** 2).fill(255), dot * ratio);
  const onto = {
    width: size.width * ratio,
    height: size.height * ratio,
    pixels: new Uint32Array(size.width * size.height * ratio ** 2),
  };
  const mark = { width: dot * ratio, height: dot * ratio };
  const middles: number[] = [];
  paintPeople(
    { scene, view: fitted(people, size), size, ratio },
    {
      stampOf: () => mark,
      draw: (_, left, top) => {
        press(onto, stamp, [left, top]);
        middles.push((top + dot) * onto.width + left + dot);
      },
    },
  );
  expect(middles).toHaveLength(headcount);
  expect(middles.filter((middle) => onto.pixels[middle] === 0)).toEqual([]);
  // Those of one place don't lie on each other.
  expect(new Set(middles.slice(0, 20)).size).toBeGreaterThan(15);
});
