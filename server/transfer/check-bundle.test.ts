import { describe, expect, it } from "vitest";
import { DebateBundle } from "#shared/transfer/bundle.ts";
import { checkBundle } from "./check-bundle.ts";
import { ImportFault } from "./import-fault.ts";

const written = { author: 0, createdAt: "2026-01-01T00:00:00.000Z" };
const claim = (text: string) => ({ ...written, text, language: "en" });
const edge = (from: number, side: "pro" | "con", position: number) => ({
  claim: from,
  side,
  target: { kind: "position", at: position },
});

/** A bundle as it was written before there was anything else in it. */
const former = {
  format: "folkmoot-debate",
  version: 1,
  debate: {
    question: "Who answers?",
    context: "",
    topic: "accountability",
    language: "en",
    phase: "deliberation",
    attribution: null,
    createdAt: written.createdAt,
  },
  people: { authors: 1, responders: 0 },
  positions: [
    { ...written, title: "One", text: "" },
    { ...written, title: "Two", text: "" },
  ],
  claims: [{ ...claim("A"), truth: { count: 2, sum: 5 } }, claim("B"), claim("C")],
  edges: [edge(0, "pro", 0), edge(1, "con", 0), edge(2, "pro", 1)],
  evidence: [],
  statements: [],
  responses: null,
};

/** What is wrong with a bundle, if anything is. */
function faultOf(more: object): string | null {
  const { data, error } = DebateBundle.safeParse({ ...former, ...more });
  if (!data) return error.issues[0]?.path.join("/") ?? "";
  try {
    checkBundle(data, "debate.json");
    return null;
  } catch (fault) {
    if (fault instanceof ImportFault) return fault.problem.found;
    throw fault;
  }
}

describe("a bundle", () => {
  it("of before there were pins, order and strongest claims in it is as good as ever", () => {
    const { pins, order, strongest, definitions } = DebateBundle.parse(former);
    expect([pins, order, strongest, definitions]).toEqual([[], [], [], []]);
    expect(faultOf({})).toBeNull();
  });

  it.each([
    ["pins", { pins: [2, 0] }],
    [
      "an order",
      {
        order: [
          { of: { kind: "debate" }, places: [1, 0] },
          { of: { kind: "position", at: 0 }, places: [1, 0] },
        ],
      },
    ],
    ["the strongest claims", { strongest: [{ position: 0, side: "con", claim: 1 }] }],
  ])("may say %s", (_, more) => {
    expect(faultOf(more)).toBeNull();
  });

  it.each([
    ["a claim is pinned that is not there", { pins: [3] }, /^pins\/0: /],
    ["a claim is pinned twice", { pins: [1, 1] }, /^pins\/1: /],
    ["six are pinned", { pins: [0, 1, 2, 3, 4, 5] }, /^pins$/],
    [
      "the order is of nothing",
      { order: [{ of: { kind: "claim", at: 9 }, places: [0] }] },
      /^order\/0: /,
    ],
    [
      "there is a place twice in an order",
      { order: [{ of: { kind: "debate" }, places: [1, 1] }] },
      /^order\/0: /,
    ],
    [
      "two orders are of one thing",
      {
        order: [
          { of: { kind: "debate" }, places: [1] },
          { of: { kind: "debate" }, places: [0] },
        ],
      },
      /^order\/1: /,
    ],
    [
      "the strongest claim speaks on the other side",
      { strongest: [{ position: 0, side: "pro", claim: 1 }] },
      /^strongest\/0: /,
    ],
    [
      "two claims are the strongest",
      {
        strongest: [
          { position: 0, side: "pro", claim: 0 },
          { position: 0, side: "pro", claim: 0 },
        ],
      },
      /^strongest\/1: /,
    ],
    [
      "ratings add up to more than they can",
      { claims: [{ ...claim("A"), truth: { count: 1, sum: 5 } }] },
      /^claims\/0\/truth$/,
    ],
    [
      "a word is defined twice",
      {
        definitions: ["Commons", "commons"].map((term) => ({ ...written, term, text: "Ours." })),
      },
      /^definitions\/1: /,
    ],
    [
      "there are more authors than things that they could have written",
      { people: { authors: 1_000_000, responders: 0 } },
      /^people\/authors: /,
    ],
    [
      "something was written before there were years",
      { claims: [{ ...claim("A"), createdAt: "0000-01-01T00:00:00Z" }] },
      /^claims\/0\/createdAt$/,
    ],
    [
      "somebody responded on a day that no calendar has",
      { responses: { latest: [[0, 0, 1, 9e15]], history: [] } },
      /^responses\/latest\/0\/3$/,
    ],
    [
      "a statement has a number without end",
      {
        statements: [{ ...written, number: 2 ** 40, text: "Yes", language: "en", status: "shown" }],
      },
      /^statements\/0\/number$/,
    ],
    [
      "there are more ratings than there is room for",
      { claims: former.claims.map((one) => ({ ...one, truth: { count: 2_000_000, sum: 0 } })) },
      /^6000000 ratings/,
    ],
  ])("is refused where %s", (_, more, fault) => {
    expect(faultOf(more)).toMatch(fault);
  });
});

describe("what is found wrong", () => {
  it("is cut between characters, as half of one can't be kept", () => {
    const found = `${"x".repeat(199)}\u{1F600}, and more`;
    const { problem } = new ImportFault({ rule: "csv", file: null, row: 1, column: null, found });
    expect(problem.found).toBe(`${"x".repeat(199)}\u{1F600}…`);
  });

  it("holds no more statements than the map of a debate", () => {
    const statement = { ...claim("Well."), number: null, status: "shown" };
    const statements = Array.from({ length: 20_001 }, () => statement);
    expect(faultOf({ statements: statements.slice(1) })).toBeNull();
    expect(() => checkBundle(DebateBundle.parse({ ...former, statements }), "a.json")).toThrow(
      "up to 20,000 statements",
    );
  });
});
