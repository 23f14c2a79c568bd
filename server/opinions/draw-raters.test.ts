import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { drawRaters } from "./draw-raters.ts";

const somebody = (given: number) => ({ id: uuidv7(), codes: { length: given } });
const crowd = (people: number, given: number) =>
  Array.from({ length: people }, () => somebody(given));

describe("people out of whose responses bridging scores are", () => {
  it("are all of them up to half a million responses", () => {
    expect(drawRaters([])).toBeNull();
    expect(drawRaters(crowd(5_000, 100))).toBeNull();
  });

  it("are drawn where there are more: as many as have given a quarter of a million", () => {
    expect(drawRaters(crowd(5_001, 100))?.size).toBe(2_500);
    const halves = [...crowd(10_000, 50), ...crowd(10_000, 150)];
    const drawn = [...(drawRaters(halves) ?? [])];
    const given = drawn.reduce((sum, place) => sum + (halves[place]?.codes.length ?? 0), 0);
    expect(given).toBeGreaterThan(249_000);
    expect(given).toBeLessThanOrEqual(250_000);
    // Whoever has answered much is as likely to be drawn as others are.
    const busy = drawn.filter((place) => place >= 10_000).length;
    expect(busy / drawn.length).toBeGreaterThan(0.4);
    expect(busy / drawn.length).toBeLessThan(0.6);
  });

  it("are the same people the next time, but for few who make room for those who came since", () => {
    const people = crowd(12_000, 100);
    const idsOf = (all: typeof people) =>
      new Set([...(drawRaters(all) ?? [])].map((place) => all[place]?.id));
    const before = idsOf(people);
    const after = idsOf([...people, ...crowd(600, 100)]);
    const kept = [...before].filter((id) => after.has(id)).length;
    expect(kept).toBeGreaterThan(0.93 * before.size);
  });
});
