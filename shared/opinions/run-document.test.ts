import { describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { canonicalJson } from "../merkle/canonical-json.ts";
import { analyse } from "./analyse.ts";
import { algorithm } from "./analysis.ts";
import type { Beginning } from "./bridging/factorise.ts";
import { hashOfInput } from "./input-hash.ts";
import { folkmoot } from "./parameter-sets.ts";
import { ResponseMatrix } from "./response-matrix.ts";
import { recompute, runText } from "./run-document.ts";
import { type Scores, scoresOf } from "./scores.ts";
import { campResponses } from "./testing-conversation.ts";

const algorithmOf = (text: string) => (JSON.parse(text) as Document).algorithm;
const camps = { sizes: [25, 20], statements: 14, answering: 0.8 };
const hidden = [3];

const circles = [[0, 1, 2]];
const statementIds = Array.from({ length: camps.statements }, (_, number) => `statement ${number}`);

/** A first run with everybody's scores, and one that goes on from it with those of people who were drawn. */
function twoRuns() {
  const matrix = ResponseMatrix.of(campResponses(camps));
  const told = { algorithm, parameters: folkmoot, statementIds };
  const first = analyse({ matrix, hidden }, folkmoot);
  const of = (drawn: number[] | null, before?: Beginning): Scores => {
    return { drawn, circles, before, items: scoresOf(matrix, { drawn, circles }, before) };
  };
  const firstText = runText({
    ...told,
    conversation: { matrix, hidden },
    before: undefined,
    result: first,
    scores: of(null),
  });
  for (let person = 0; person < 9; person += 1) matrix.set(person, 12, -1);
  const conversation = { matrix, hidden, banned: [4] };
  const second = analyse(conversation, folkmoot, first.memory);
  const drawn = Array.from({ length: 40 }, (_, person) => person);
  const secondText = runText({
    ...told,
    conversation,
    before: first.memory,
    result: second,
    scores: of(drawn, { mean: 0.5, items: Float64Array.from({ length: 28 }, (_, at) => at / 28) }),
  });
  return [firstText, secondText] as const;
}

type Document = {
  result: { silhouette: number };
  input: { value: number[]; person: number[]; statement: number[] };
  algorithm: string;
  scores: { drawn: number[]; circles: number[][]; items: { score: number }[] } | null;
};
const changed = (text: string, change: (document: Document) => void) => {
  const document = JSON.parse(text) as Document;
  change(document);
  return recompute(document);
};

describe("a published run", () => {
  it("comes out the same when it is made again, a first one and one that goes on from another", () => {
    for (const text of twoRuns()) {
      expect(recompute(JSON.parse(text))).toMatchObject({
        isSameAlgorithm: true,
        isSameInput: true,
        isSameResult: true,
      });
    }
  });

  it("is written in pieces that make canonical JSON, also where nobody has responded", () => {
    const conversation = { matrix: new ResponseMatrix() };
    const result = analyse(conversation, folkmoot);
    const empty = runText({
      algorithm: "an earlier one",
      conversation,
      parameters: folkmoot,
      before: undefined,
      result,
      scores: undefined,
      statementIds: [],
    });
    expect(algorithmOf(empty)).toBe("an earlier one");
    expect(recompute(JSON.parse(empty))).toMatchObject({
      isSameAlgorithm: false,
      isSameResult: true,
      scores: undefined,
    });
    for (const text of [...twoRuns(), empty]) {
      expect(text).toBe(canonicalJson(JSON.parse(text)));
    }
  });

  it("is found out where its result, its input or its program was changed", () => {
    const [text] = twoRuns();
    const result = changed(text, (document) => {
      document.result.silhouette += 1e-15;
    });
    expect(result).toMatchObject({ isSameInput: true, isSameResult: false });
    const input = changed(text, (document) => {
      document.input.value[0] = document.input.value[0] === 1 ? -1 : 1;
    });
    expect(input).toMatchObject({ isSameInput: false, isSameResult: false });
    const scores = changed(text, (document) => {
      document.scores?.circles.push([4, 5]);
    });
    expect(scores).toMatchObject({ isSameInput: true, isSameResult: false });
    const program = changed(text, (document) => {
      document.algorithm = "another";
    });
    expect(program).toMatchObject({ isSameAlgorithm: false, isSameResult: true });
  });

  it("is refused where it is none", () => {
    expect(() => recompute({})).toThrow(ZodError);
    const [text] = twoRuns();
    expect(() => changed(text, ({ input }) => void input.value.pop())).toThrow(RangeError);
    for (const [part, wrong] of [
      ["value", 2],
      ["person", -1],
      ["statement", 0.5],
      ["statement", "0"],
    ] as const) {
      expect(() => changed(text, ({ input }) => void Object.assign(input[part], [wrong]))).toThrow(
        ZodError,
      );
    }
    const [, drawn] = twoRuns();
    for (const change of [
      [40, 99],
      [7, 7],
      [1, 0],
    ]) {
      expect(() => changed(drawn, ({ scores }) => scores?.drawn.splice(0, 2, ...change))).toThrow(
        RangeError,
      );
    }
    expect(() => changed(drawn, ({ scores }) => scores?.circles.push([41, 42]))).toThrow(
      RangeError,
    );
  });
});

describe("the hash of an input", () => {
  const hash = (matrix: ResponseMatrix, banned?: number[]) => hashOfInput({ matrix, banned });

  it("is of what was answered, not of the way by which it came", () => {
    const all = campResponses(camps);
    const grown = new ResponseMatrix();
    Array.from(all.person)
      .map((person, at) => [person, all.statement[at] ?? 0, all.value[at] ?? 0] as const)
      .toReversed()
      .forEach(([person, statement, value]) => grown.set(person, statement, value));
    expect(hash(grown)).toBe(hash(ResponseMatrix.of(all)));
    expect(hash(grown, [2, 1, 1])).toBe(hash(grown, [1, 2]));
    expect(hash(grown, [1])).not.toBe(hash(grown));
    grown.set(0, 0, grown.codes[grown.starts[0] ?? 0] === 2 ? 0 : 1);
    expect(hash(grown)).not.toBe(hash(ResponseMatrix.of(all)));
  });
});
