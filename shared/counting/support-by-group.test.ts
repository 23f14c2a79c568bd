import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GroupCounts } from "./group-counts.ts";
import { tellAll, tellSupport, type Votes } from "./support-by-group.ts";

const settings = { method: "plurality" } as const;
const options = ["a", "b", "c"];
const asked = { options, isSingle: true };

/** Votes by plurality: for each group, and in the end for those in none, how many voted for a, b and c. */
function votesOf(...rows: readonly (readonly number[])[]): Votes {
  const groups = rows.slice(0, -1);
  const counts = new GroupCounts(settings, [...groups.keys()]);
  rows.forEach((row, group) =>
    row.forEach((count, option) => {
      for (let time = 0; time < count; time += 1) {
        const choice = options[option] ?? "";
        counts.add({ method: "plurality", choice }, group < groups.length ? group : undefined);
      }
    }),
  );
  return { groups: counts.groups(), outside: counts.outside() };
}

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);

describe("how opinion groups voted", () => {
  it("is told where each cell and its complement are of five people at least", () => {
    const { rows, kept } = tellSupport(votesOf([20, 10, 5], [5, 30, 9], []), asked);
    expect(kept).toEqual([]);
    expect(rows).toMatchObject([
      {
        groups: [0],
        isRest: false,
        voters: 35,
        backing: [{ count: 20 }, { count: 10 }, { count: 5 }],
      },
      {
        groups: [1],
        isRest: false,
        voters: 44,
        backing: [{ count: 5 }, { count: 30 }, { count: 9 }],
      },
    ]);
  });

  it("is kept of an option that too few of a group back, and of another one that would give it away", () => {
    const { rows, kept } = tellSupport(votesOf([20, 10, 4], [5, 30, 9], []), asked);
    expect(kept).toEqual(["a", "c"]);
    expect(rows[0]?.backing).toEqual([{ option: "b", count: 10 }]);
  });

  it("puts a small group with those who are in none, and with the next one where they are too few", () => {
    expect(tellSupport(votesOf([9, 9], [20, 20], [2, 1]), asked).rows).toMatchObject([
      { groups: [1], isRest: false },
      { groups: [0], isRest: true, voters: 21 },
    ]);
    expect(tellSupport(votesOf([9, 9], [2, 1], [2, 1]), asked).rows).toEqual([]);
  });

  it("is told whole where groups are published with the count", () => {
    const { rows, kept } = tellAll(votesOf([3, 1, 0], [0, 0, 0], [0, 0, 2]), options);
    expect(kept).toEqual([]);
    expect(rows).toMatchObject([
      { groups: [0], voters: 4, backing: [{ count: 3 }, { count: 1 }, { count: 0 }] },
      { groups: [], isRest: true, voters: 2, backing: [{ count: 0 }, { count: 0 }, { count: 2 }] },
    ]);
  });

  it("is told of what nobody and of what everybody backs: the count says that already", () => {
    const { rows, kept } = tellSupport(votesOf([12, 0, 0], [15, 0, 0], []), asked);
    expect(kept).toEqual([]);
    expect(rows.map(({ backing }) => backing.map(({ count }) => count))).toEqual([
      [12, 0, 0],
      [15, 0, 0],
    ]);
  });

  it("never gives fewer than five away, whatever is added or taken away", () => {
    const row = fc.array(fc.nat(14), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 5 }), (drawn) => {
        const { rows, kept } = tellSupport(votesOf(...drawn), asked);
        const totals = options.map((_, option) => sum(drawn.map((one) => one[option] ?? 0)));
        const everybody = sum(totals);
        if (rows.length === 0) return;
        expect(sum(rows.map(({ voters }) => voters))).toBe(everybody);
        const columns = options
          .filter((option) => !kept.includes(option))
          .map((_, at) => rows.map(({ backing }) => backing[at]?.count ?? 0));
        const left = rows.map(({ voters }, at) => voters - sum(columns.map((one) => one[at] ?? 0)));
        for (const column of [...columns, left]) {
          if (sum(column) === 0 || sum(column) === everybody) continue;
          for (const [at, count] of column.entries()) {
            expect(count).toBeGreaterThanOrEqual(5);
            expect((rows[at]?.voters ?? 0) - count).toBeGreaterThanOrEqual(5);
          }
        }
      }),
    );
  });
});
