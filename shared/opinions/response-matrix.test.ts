import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ResponseMatrix } from "./response-matrix.ts";
import { responsesOf } from "./testing-conversation.ts";

const rowsOf = (matrix: ResponseMatrix): number[][] =>
  Array.from({ length: matrix.people }, (_, person) => [
    ...matrix.codes.subarray(matrix.starts[person], matrix.ends[person]),
  ]);

const row = fc.record({
  person: fc.nat(5),
  statement: fc.nat(9),
  value: fc.constantFrom(-1, 0, 1),
});

describe("a matrix of responses", () => {
  it("is the same whether responses come all at once or one after the other", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 120 }), fc.nat(120), (rows, before) => {
        const all = ResponseMatrix.of(responsesOf(6, 10, rows));
        const grown = ResponseMatrix.of(responsesOf(6, 10, rows.slice(0, before)));
        for (const one of rows.slice(before)) grown.set(one.person, one.statement, one.value);
        expect(rowsOf(grown)).toEqual(rowsOf(all));
        expect(grown.counts).toEqual(all.counts);
        expect(grown.size).toBe(all.size);
      }),
    );
  });

  it("is the same out of its rows as out of columns, and goes on from there", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 120 }), row, (rows, next) => {
        const all = ResponseMatrix.of(responsesOf(6, 10, rows));
        const lines = rowsOf(all);
        const taken = ResponseMatrix.ofRows({
          statements: 10,
          codes: Uint16Array.from(lines.flat()),
          ends: Uint32Array.from(lines, (_, at) => lines.slice(0, at + 1).flat().length),
        });
        for (const one of [all, taken]) one.set(next.person, next.statement, next.value);
        expect(rowsOf(taken)).toEqual(rowsOf(all));
        expect(taken.counts).toEqual(all.counts);
        expect(taken.size).toBe(all.size);
      }),
    );
  });

  it("may be of nobody", () => {
    const nobody = { statements: 2, codes: new Uint16Array(), ends: new Uint32Array() };
    expect(ResponseMatrix.ofRows(nobody)).toMatchObject({ people: 0, statements: 2, size: 0 });
  });

  it.each([
    ["out of order", [4, 1], [2]],
    ["twice of one statement", [3, 4], [2]],
    ["of a statement that is not there", [30], [1]],
    ["ending too early", [1, 4], [1]],
    ["ending before they begin", [1, 4], [2, 1, 2]],
  ])("takes no rows that are %s", (_, codes, ends) => {
    const rows = {
      statements: 10,
      codes: Uint16Array.from(codes),
      ends: Uint32Array.from(ends),
    };
    expect(() => ResponseMatrix.ofRows(rows)).toThrow(RangeError);
  });

  it("keeps the latest response of a person to a statement, in the order of statements", () => {
    const matrix = ResponseMatrix.of(
      responsesOf(1, 3, [
        { person: 0, statement: 2, value: 1 },
        { person: 0, statement: 0, value: -1 },
        { person: 0, statement: 2, value: 0 },
      ]),
    );
    expect(rowsOf(matrix)).toEqual([[0, 7]]);
    matrix.set(0, 0, 1);
    expect(rowsOf(matrix)).toEqual([[2, 7]]);
    expect([...matrix.counts]).toEqual([0, 0, 1, 0, 0, 0, 0, 1, 0]);
  });

  it("takes in people and statements that it has not met", () => {
    const matrix = new ResponseMatrix();
    matrix.set(3, 2, 1);
    matrix.set(0, 5, -1);
    expect([matrix.people, matrix.statements, matrix.size]).toEqual([4, 6, 2]);
    expect(rowsOf(matrix)).toEqual([[15], [], [], [8]]);
  });

  it("refuses what is no response", () => {
    const one = (person: number, statement: number, value: number) =>
      ResponseMatrix.of(responsesOf(2, 2, [{ person, statement, value }]));
    expect(() => one(2, 0, 1)).toThrow(RangeError);
    expect(() => one(0, -1, 1)).toThrow(RangeError);
    expect(() => one(0, 0, 0.5)).toThrow(RangeError);
    expect(() => new ResponseMatrix().set(0, 20_000, 1)).toThrow(RangeError);
    expect(() => ResponseMatrix.of({ ...responsesOf(1, 1, []), value: [1] })).toThrow(RangeError);
    expect(() => ResponseMatrix.of(responsesOf(1, 20_001, []))).toThrow(RangeError);
  });
});
