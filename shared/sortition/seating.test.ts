import fc from "fast-check";
import { expect, it } from "vitest";
import type { Kinds } from "./kinds.ts";
import { seatPeople } from "./seating.ts";

/** Households that are all alike: so many of each kind live in each. */
function alike(homes: number, mates: readonly number[]): Kinds {
  const kinds = mates.map((size, kind) => ({
    attributes: {},
    homes: 0,
    people: Array.from({ length: homes * size }, (_, at) => ({
      id: `${kind}.${at}`,
      attributes: {},
      household: `home ${at % homes}`,
    })),
  }));
  return { kinds, homes: [homes] };
}

const timesOf = (panels: readonly (readonly string[])[], id: string) =>
  panels.filter((panel) => panel.includes(id)).length;

it("seats those who are alike equally often, whoever of their households sits with others", () => {
  const mates = fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 });
  const wishes = fc.array(fc.array(fc.nat({ max: 2 }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 4 }), mates, wishes, (homes, sizes, some) => {
      const kinds = alike(homes, sizes);
      const patterns = some
        .map((counts) => counts.slice(0, sizes.length))
        .filter((counts) => counts.reduce((sum, count) => sum + count, 0) <= homes);
      fc.pre(patterns.length > 0);
      // The first are wanted more often than the last, in turns.
      const wanted = Array.from({ length: 400 }, (_, at) => patterns[(at % 7) % patterns.length]);
      const panels = seatPeople(
        kinds,
        wanted.map((one) => one ?? []),
      );
      for (const [at, panel] of panels.entries()) {
        const homesOf = panel.map((id) => Number(id.split(".")[1]) % homes);
        expect(new Set(homesOf).size).toBe(panel.length);
        const counts = sizes.map(
          (_, kind) => panel.filter((id) => id.startsWith(`${kind}.`)).length,
        );
        expect(counts).toEqual(wanted[at]);
      }
      for (const { people } of kinds.kinds) {
        const times = people.map(({ id }) => timesOf(panels, id));
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(patterns.length + 1);
      }
    }),
    { numRuns: 60 },
  );
});
