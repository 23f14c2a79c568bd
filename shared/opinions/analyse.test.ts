import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import { drawsFrom } from "./draws.ts";
import { folkmoot, polisClassic } from "./parameter-sets.ts";
import { adjustedRandIndex } from "./rand-index.ts";
import { ResponseMatrix } from "./response-matrix.ts";
import { mostStatements, type Responses } from "./responses.ts";
import { campResponses, campsOf, matrixOf, responsesOf } from "./testing-conversation.ts";

const both = [folkmoot, polisClassic];
const camps = { sizes: [40, 30, 20], statements: 30, answering: 0.7 };
const conversation = (responses: Responses) => ({ matrix: ResponseMatrix.of(responses) });
const clear = () => conversation(campResponses(camps));

/** Every number that a value holds, however deep. */
function* numbersIn(value: unknown): Generator<number> {
  if (typeof value === "number") yield value;
  else if (value instanceof Map) for (const one of value.values()) yield* numbersIn(one);
  else if (ArrayBuffer.isView(value)) yield* value as Float64Array;
  else if (typeof value === "object" && value !== null) {
    for (const one of Object.values(value)) yield* numbersIn(one);
  }
}

function expectWhole(analysis: Analysis): void {
  for (const number of numbersIn(analysis)) {
    if (!Number.isFinite(number)) throw new Error(`${number} in an analysis`);
  }
  const inGroups = analysis.groups.reduce((sum, { people }) => sum + people, 0);
  expect(inGroups).toBe(analysis.groups.length === 0 ? 0 : analysis.peopleIn);
  expect(analysis.groupOf.filter((place) => place >= 0)).toHaveLength(inGroups);
}

describe("an analysis", () => {
  it("finds those who think alike", () => {
    const found = analyse(clear(), folkmoot);
    expect(found.obscurity).toBeNull();
    expect(adjustedRandIndex([...found.groupOf], campsOf(camps))).toBeGreaterThan(0.95);
    expect(found.groups).toHaveLength(3);
    expect(found.stability).toBeGreaterThan(0.9);
    expect(found.strengths[0]).toBeGreaterThan(found.chance);
    expectWhole(found);
  });

  it("by the rules of Polis depends on who comes first, and is whole all the same", () => {
    const found = analyse(clear(), polisClassic);
    expect(adjustedRandIndex([...found.groupOf], campsOf(camps))).toBeGreaterThan(0.6);
    expectWhole(found);
  });

  it("tells what bridges groups and what sets them apart", () => {
    const { figures, groups } = analyse(clear(), folkmoot);
    const best = figures.toSorted((a, b) => b.agreement.least - a.agreement.least)[0];
    expect(best?.statement).toBe(0);
    expect(best?.divisiveness).toBeLessThan(0.3);
    expect(Math.max(...figures.map(({ divisiveness }) => divisiveness))).toBeGreaterThan(0.6);
    for (const { typical } of groups) {
      expect(typical.length).toBeGreaterThan(0);
      expect(typical.every(({ isSignificant }) => isSignificant)).toBe(true);
    }
  });

  it("does not depend on the order of people or statements", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (turn) => {
        const original = campResponses({ ...camps, seed: turn });
        const place = (at: number, count: number) => (at * 7 + turn) % count;
        const turned = {
          ...original,
          person: Array.from(original.person, (at) => place(at, 90)),
          statement: Array.from(original.statement, (at) => place(at, 30) % 30),
        };
        // 7 has no divisor in common with 90 or 30: nobody takes another's place.
        const one = analyse(conversation(original), folkmoot);
        const other = analyse(conversation(turned), folkmoot);
        expect(other.silhouette).toBeCloseTo(one.silhouette, 3);
        const same = campsOf(camps).map((_, at) => other.groupOf[place(at, 90)]);
        expect(adjustedRandIndex([...one.groupOf], same)).toBeGreaterThan(0.98);
        for (const figure of one.figures) {
          const twin = other.figures[place(figure.statement, 30)];
          expect(twin?.agrees).toBe(figure.agrees);
          expect(twin?.divisiveness).toBeCloseTo(figure.divisiveness, 1);
        }
      }),
      { numRuns: 20 },
    );
  });

  it.each(both)("holds no number that is none, whatever the responses ($name)", (parameters) => {
    const row = fc.record({
      person: fc.nat(24),
      statement: fc.nat(11),
      value: fc.constantFrom(-1, 0, 1),
    });
    const some = fc.subarray([...Array.from({ length: 12 }).keys()]);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 200 }), some, some, (rows, banned, hidden) => {
        const matrix = ResponseMatrix.of(responsesOf(25, 12, rows));
        const first = analyse({ matrix, banned, hidden }, parameters);
        expectWhole(first);
        const next = analyse({ matrix, hidden, meta: banned }, parameters, first.memory);
        expectWhole(next);
        expect(next.responses).toBe(matrix.size);
      }),
      { numRuns: 60 },
    );
  });
});

describe("people who leave nothing to find", () => {
  const same = (line: string, times: number) =>
    matrixOf(...Array.from({ length: times }, () => line));
  const strange: Record<string, ResponseMatrix> = {
    "nobody in": new ResponseMatrix(),
    "nobody who answered": ResponseMatrix.of(responsesOf(9, 4, [])),
    "one person": matrixOf("+-0+"),
    "one statement": matrixOf("+", "-", "0", "+", "+", "-"),
    "all pass": same("0000000", 20),
    "the same answer of all": same("++-+0-+", 20),
  };

  it.each(Object.entries(strange))("are told so: %s", (_, matrix) => {
    for (const parameters of both) expectWhole(analyse({ matrix }, parameters));
    const found = analyse({ matrix }, folkmoot);
    expect(found.groups).toEqual([]);
    expect(["few-people", "by-chance", "not-apart"]).toContain(found.obscurity);
  });

  it("stand at one place where all answer alike", () => {
    const { positions, strengths } = analyse({ matrix: same("++-+0-+", 20) }, folkmoot);
    expect(strengths).toEqual([0, 0]);
    expect(new Set([...positions.x, ...positions.y])).toEqual(new Set([0]));
  });

  it("stand on one line where all that differs is one thing", () => {
    const matrix = matrixOf(
      ...Array.from({ length: 24 }, (_, at) => (at % 2 ? "++++++++" : "--------")),
    );
    const { positions, groups, strengths } = analyse({ matrix }, folkmoot);
    expect(new Set(positions.y)).toEqual(new Set([0]));
    expect(Math.abs(positions.x[0] ?? 0)).toBeGreaterThan(1);
    expect(positions.x[0]).toBeCloseTo(-(positions.x[1] ?? 0), 9);
    expect(strengths[1]).toBe(0);
    expect(groups.map(({ people }) => people)).toEqual([12, 12]);
  });
});

describe("no clear groups", () => {
  const random = (seed: number) =>
    conversation(campResponses({ sizes: [120], statements: 25, loyalty: 0, seed }));

  it("are told where people answer without any pattern", () => {
    const told = [1, 2, 3, 4, 5].map((seed) => analyse(random(seed), folkmoot));
    expect(told.map(({ groups }) => groups.length)).toEqual([0, 0, 0, 0, 0]);
    expect(told.every(({ obscurity }) => obscurity === "by-chance")).toBe(true);
  });

  it("leave every figure that does not need them", () => {
    const { figures, majorities } = analyse(random(1), folkmoot);
    expect(figures).toHaveLength(25);
    expect(figures[0]?.byGroup).toHaveLength(1);
    expect(majorities.agree.length + majorities.disagree.length).toBeGreaterThanOrEqual(0);
  });

  it("never come from a group of fewer than five people", () => {
    const few = { sizes: [40, 30, 4], statements: 30 };
    const { groups } = analyse(conversation(campResponses(few)), folkmoot);
    expect(groups.length).toBeGreaterThan(1);
    expect(Math.min(...groups.map(({ people }) => people))).toBeGreaterThanOrEqual(5);
  });
});

describe("the next run", () => {
  it("keeps the map where it was, and the numbers of its groups", () => {
    const matrix = ResponseMatrix.of(campResponses(camps));
    const first = analyse({ matrix }, folkmoot);
    for (let person = 0; person < 10; person += 1) matrix.set(person, 3, 1);
    const second = analyse({ matrix }, folkmoot, first.memory);
    const numbers = ({ groups, groupOf }: Analysis) => [...groupOf].map((at) => groups[at]?.number);
    expect(adjustedRandIndex(numbers(first), numbers(second))).toBeGreaterThan(0.95);
    const kept = numbers(second).filter((number, at) => number === numbers(first)[at]);
    expect(kept.length).toBeGreaterThan(85);
    const moved = [...second.positions.x].map((x, at) =>
      Math.abs(x - (first.positions.x[at] ?? 0)),
    );
    expect(Math.max(...moved)).toBeLessThan(1);
  });

  it("gives groups their numbers back that were not clear for a while", () => {
    const first = analyse(clear(), folkmoot);
    const swapped = first.memory.numbers.map((number) => [2, 0, 1][number] ?? -1);
    const blurred = analyse(
      clear(),
      { ...folkmoot, silhouetteFloor: 1 },
      { ...first.memory, numbers: swapped },
    );
    expect(blurred.groups).toEqual([]);
    const again = analyse(clear(), folkmoot, blurred.memory);
    expect(again.memory.numbers).toEqual(swapped);
  });

  it("does not take up another number of groups that was better only once", () => {
    const first = analyse(clear(), folkmoot);
    const { count } = first.memory;
    expect(count).toEqual({ shown: 3, best: 3, runs: 1 });
    const other = { ...first.memory, count: { shown: 2, best: 2, runs: 9 } };
    let memory = other;
    const shown: number[] = [];
    for (let run = 0; run < 4; run += 1) {
      const next = analyse(clear(), folkmoot, memory);
      memory = { ...next.memory, count: next.memory.count ?? other.count };
      shown.push(next.groups.length);
    }
    expect(shown).toEqual([2, 2, 2, 3]);
  });
});

// What was found wrong in Polis, so that it is not wrong here (compdemocracy/polis, issues and notes of its port).
describe("faults that Polis had", () => {
  const camp = { sizes: [30, 30], statements: 20 };

  it("banned people have no influence at all", () => {
    const all = campResponses(camp);
    const troll = [60, 61, 62].flatMap((person) =>
      Array.from({ length: 20 }, (_, statement) => ({ person, statement, value: -1 })),
    );
    const rows = Array.from(all.person, (person, at) => ({
      person,
      statement: all.statement[at] ?? 0,
      value: all.value[at] ?? 0,
    }));
    const matrix = ResponseMatrix.of(responsesOf(63, 20, [...rows, ...troll]));
    const banned = analyse({ matrix, banned: [60, 61, 62] }, folkmoot);
    const never = analyse(conversation(responsesOf(63, 20, rows)), folkmoot);
    expect(banned).toEqual(never);
    expect(analyse({ matrix }, folkmoot)).not.toEqual(never);
  });

  it("priorities follow from the responses of this run, not of the one before", () => {
    const matrix = ResponseMatrix.of(campResponses(camp));
    const first = analyse({ matrix }, folkmoot);
    for (let person = 0; person < 60; person += 1) matrix.set(person, 5, 0);
    const second = analyse({ matrix }, folkmoot, first.memory);
    expect(second.figures[5]?.priority).toBeLessThan((first.figures[5]?.priority ?? 0) / 10);
  });

  it("priorities differ between statements, though none is about people themselves", () => {
    const { figures } = analyse(clear(), folkmoot);
    expect(new Set(figures.map(({ priority }) => priority)).size).toBeGreaterThan(20);
    const asked = analyse({ ...clear(), meta: [4] }, folkmoot);
    expect(asked.figures[4]?.priority).toBe(49);
  });

  it("a search that was broken off is told", () => {
    const hasty = { ...folkmoot, baseRounds: 1 };
    const many = conversation(campResponses({ sizes: [150, 150], statements: 20, answering: 0.6 }));
    expect(analyse(many, hasty).isSettled).toBe(false);
    expect(analyse(many, folkmoot).isSettled).toBe(true);
  });

  it("0 is a number like any other: a pass, the first person, the first statement, the first group", () => {
    const matrix = matrixOf("0+", "++", "+-");
    const { figures, people } = analyse({ matrix }, folkmoot);
    expect(figures[0]).toMatchObject({ statement: 0, agrees: 2, passes: 1, disagrees: 0 });
    expect(people).toBe(3);
    const { groups, groupOf } = analyse(clear(), folkmoot);
    expect(groups[0]?.number).toBe(0);
    expect([...groupOf]).toContain(0);
    expect(
      analyse({ matrix, hidden: [0] }, folkmoot).figures.map(({ statement }) => statement),
    ).toEqual([1]);
    expect(analyse({ matrix, banned: [0] }, folkmoot).people).toBe(2);
  });

  it("starts are drawn by a seed: the same input gives the same to the last bit", () => {
    for (const parameters of both) {
      const [one, other] = [analyse(clear(), parameters), analyse(clear(), parameters)];
      expect(one).toEqual(other);
      expect(analyse(clear(), parameters, one.memory)).toEqual(
        analyse(clear(), parameters, other.memory),
      );
    }
  });

  it("groups far apart stay apart where their distances along both axes would cancel out", () => {
    // Two camps that differ as much along one axis as, the other way, along the other.
    const lines = ["++++++------", "---++++++---", "+++------+++", "------++++++"];
    const draw = drawsFrom(4);
    const people = Array.from({ length: 96 }, (_, at) => {
      const line = (lines[at % 4] ?? "").split("");
      return line.map((sign) => (draw() < 0.15 ? "0" : sign)).join("");
    });
    const { groupOf, groups } = analyse({ matrix: matrixOf(...people) }, folkmoot);
    expect(groups).toHaveLength(4);
    const camp4 = [...groupOf].map((_, at) => at % 4);
    expect(adjustedRandIndex([...groupOf], camp4)).toBe(1);
  });

  it("the first responses of a new conversation are not lost", () => {
    const matrix = new ResponseMatrix();
    const empty = analyse({ matrix }, folkmoot);
    const all = campResponses(camp);
    Array.from(all.person).forEach((person, at) => {
      matrix.set(person, all.statement[at] ?? 0, all.value[at] ?? 0);
    });
    const next = analyse({ matrix }, folkmoot, empty.memory);
    expect(next.responses).toBe(1_200);
    expect(next.groups).toHaveLength(2);
    expect(next.figures).toHaveLength(20);
  });

  it("what moderators hide can be shown again", () => {
    const before = analyse(clear(), folkmoot);
    const hidden = analyse({ ...clear(), hidden: [1, 2, 3] }, folkmoot, before.memory);
    expect(hidden.statements).toBe(27);
    expect(hidden.figures.map(({ statement }) => statement)).not.toContain(2);
    const again = analyse(clear(), folkmoot, hidden.memory);
    expect(again.figures.map(({ agrees }) => agrees)).toEqual(
      before.figures.map(({ agrees }) => agrees),
    );
    expect(adjustedRandIndex([...again.groupOf], [...before.groupOf])).toBe(1);
  });
});

describe("what hidden statements do", () => {
  it("is nothing, but by the rules of Polis, where everybody passes on them", () => {
    const with3 = (hidden: readonly number[]) => ({ ...clear(), hidden });
    const shown = analyse(with3([]), folkmoot);
    expect(analyse(with3([7]), folkmoot).statements).toBe(shown.statements - 1);
    expect(analyse(with3([7]), polisClassic).statements).toBe(shown.statements);
  });

  it("cannot be more than there may be", () => {
    expect(mostStatements).toBeLessThan(2 ** 16 / 3);
  });
});
