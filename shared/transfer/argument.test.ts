import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Argument, type ArgumentEdge, inReadingOrder, withoutRepeats } from "./argument.ts";
import { ArgumentFault, linesOf, oneLine } from "./argument-fault.ts";
import { parseArgdown, writeArgdown } from "./argdown.ts";
import { parseKialo, writeKialo } from "./kialo.ts";

const marks = fc.constantFrom(
  "\\",
  "[a]",
  "<b>: ",
  "{on: edge}",
  "#tag",
  "@[x]",
  "<!--",
  "/*",
  "-> See 1.",
  "1.1. Pro: ",
  "Con:",
  "+ ",
  "- ",
  "(1) ",
  "----",
  "===",
  "_ ",
  "`",
  "***",
  "\\(",
  "title:",
  "ü",
  "你好",
  "שלום",
  "a",
  "b c",
  "//",
  "--",
  "\\\\",
  "#",
  ":",
);
const free = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.array(marks, { maxLength: 6 }).map((all) => all.join("")),
);
const clean = (text: string) => linesOf(text).join("\n");
const words = free
  .map((text) => oneLine(clean(text)).slice(0, 190))
  .map((text) => oneLine(clean(text)))
  .filter((text) => text !== "");
const prose = fc.array(free, { maxLength: 4 }).map((lines) => clean(lines.join("\n")).trim());

const positions = fc
  .uniqueArray(words, { minLength: 1, maxLength: 3 })
  .chain((titles) => fc.tuple(...titles.map((title) => prose.map((text) => ({ title, text })))));

/** Any argument in reading order; `kinds` are what claims may speak to. */
const argumentsOf = (kinds: readonly ArgumentEdge["target"]["kind"][]): fc.Arbitrary<Argument> =>
  fc
    .record({
      question: fc.option(words),
      positions,
      claims: fc.array(
        words.map((text) => ({ text })),
        { maxLength: 8 },
      ),
      drawn: fc.array(
        fc.record({
          claim: fc.nat(7),
          side: fc.constantFrom("pro" as const, "con" as const),
          target: fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(7) }),
        }),
        { maxLength: 14 },
      ),
    })
    .map(({ question, positions: roots, claims, drawn }) =>
      inReadingOrder({
        question,
        positions: roots,
        claims,
        edges: withoutRepeats(drawn.filter(({ claim }) => claim < claims.length)),
      }),
    );

describe("Kialo text", () => {
  it("says again what was written, whatever people write", () => {
    fc.assert(
      fc.property(argumentsOf(["position", "claim"]), (argument) => {
        const firstIsRoot = { ...argument, question: argument.question ?? "What?" };
        expect(parseKialo(writeKialo(firstIsRoot))).toEqual(firstIsRoot);
      }),
      { numRuns: 500 },
    );
  });

  it("is read as Kialo exports it: links, several lines, escaped brackets", () => {
    const text = `Discussion Title: Should models be shared?\n\n1. Yes, all of them.\n1.1. Pro: Many eyes\nfind faults \\(and more\\).\n1.1.1. Con: -> See 1.2.\n1.2. Con: Weights can be misused.\n2025. is no number of a line\n`;
    expect(parseKialo(text)).toEqual({
      question: "Should models be shared?",
      positions: [{ title: "Yes, all of them.", text: "" }],
      claims: [
        { text: "Many eyes find faults (and more)." },
        { text: "Weights can be misused. 2025. is no number of a line" },
      ],
      edges: [
        { claim: 0, side: "pro", target: { kind: "position", at: 0 } },
        { claim: 1, side: "con", target: { kind: "claim", at: 0 } },
        { claim: 1, side: "con", target: { kind: "position", at: 0 } },
      ],
    });
  });

  it("takes the first line of a discussion with several theses for its question", () => {
    const read = parseKialo(
      "1. Who decides?\n1.1. The members\n1.1.1. Pro: They bear it.\n1.2. A board\n",
    );
    expect(read.question).toBe("Who decides?");
    expect(read.positions.map(({ title }) => title)).toEqual(["The members", "A board"]);
    expect(read.edges).toHaveLength(1);
  });

  it.each([
    ["", "no-claims", null],
    ["1. A\n1.1. Pro: B\n1.1. Con: C", "repeated-number", 3],
    ["1. A\n1.2.1. Pro: B", "no-parent", 2],
    ["1. A\n1.1. Pro: B\n1.1.1. C", "no-side", 3],
    ["1. A\n1.1. Pro: -> See 1.9.", "unknown-link", 2],
    ["1. A\n1.1. Pro: -> See 1.2.\n1.2. Pro: -> See 1.1.", "link-circle", 2],
    ["1. A\n1.1. Pro: ", "no-text", 2],
    [`1. A\n1.1. Pro: ${"x".repeat(2_001)}`, "long-claim", 2],
    [`1. A\n${"x".repeat(60_000)}`, "long-line", 2],
  ])("refuses %j by the rule %s in line %s", (text, rule, line) => {
    expect(faultOf(() => parseKialo(text))).toEqual({ rule, line });
  });
});

describe("Argdown", () => {
  it("says again what was written, whatever people write", () => {
    fc.assert(
      fc.property(argumentsOf(["position", "claim", "edge"]), (argument) => {
        expect(parseArgdown(writeArgdown(argument))).toEqual(argument);
      }),
      { numRuns: 500 },
    );
  });

  it("is read with its names, signs in both directions, groups, tags, data and comments", () => {
    const text = `# Who answers for a model?

Some introduction with a #tag.

## Answers
[Makers]: Those who trained it. #liability {source: "a law"}
  + <Knowledge>: They know
    best what it does.
    - They do not know @[Users]. <!-- a comment
      - over lines -->
      _ That is beside the point.
  <- <Distance>

[Users]
  -> [Makers]

<Distance>: They are far away.
  +> [Users]
`;
    const read = parseArgdown(text);
    expect(read.question).toBe("Who answers for a model?");
    expect(read.positions).toEqual([{ title: "Makers", text: "Those who trained it." }]);
    expect(read.claims.map((claim) => claim.text)).toEqual([
      "They know best what it does.",
      "They do not know [Users].",
      "That is beside the point.",
      "They are far away.",
      "Users",
    ]);
    expect(
      read.edges.map(({ claim, side, target }) => [claim, side, target.kind, target.at]),
    ).toEqual([
      [0, "pro", "position", 0],
      [1, "con", "claim", 0],
      [2, "con", "edge", 1],
      [3, "con", "position", 0],
      [4, "con", "position", 0],
      [3, "pro", "claim", 4],
    ]);
  });

  it("takes premises for what speaks for an argument, and the argument for what speaks for its conclusion", () => {
    const read = parseArgdown(
      "<A>: In short.\n\n(1) First.\n(2) Second.\n--\nModus ponens {x: 1}\n--\n(3) [End]: So it is.\n",
    );
    expect(read.positions).toEqual([{ title: "End", text: "So it is." }]);
    expect(read.claims.map(({ text }) => text)).toEqual(["In short.", "First.", "Second."]);
    expect(read.edges.map(({ claim, target }) => [claim, target.kind])).toEqual([
      [0, "position"],
      [1, "claim"],
      [2, "claim"],
    ]);
  });

  it("makes a position of one of two that only attack each other", () => {
    const read = parseArgdown("[A]: Yes\n  >< [B]: No\n");
    expect(read.positions.map(({ title }) => title)).toEqual(["A"]);
    expect(read.edges).toEqual([{ claim: 0, side: "con", target: { kind: "position", at: 0 } }]);
  });

  it.each([
    ["Only a paragraph.", "no-statements", null],
    ["\n  + Nothing above", "no-parent", 2],
    ["[A]\n  + b <!-- never closed", "open-comment", 2],
    ["===\ntitle: A", "open-header", 1],
    [`[A]\n  + ${"x".repeat(2_001)}`, "long-claim", 2],
  ])("refuses %j by the rule %s in line %s", (text, rule, line) => {
    expect(faultOf(() => parseArgdown(text))).toEqual({ rule, line });
  });
});

function faultOf(parse: () => unknown) {
  try {
    parse();
  } catch (error) {
    if (!(error instanceof ArgumentFault)) throw error;
    return { rule: error.rule, line: error.line };
  }
  return null;
}

describe("what nobody would write", () => {
  const deepKialo = () => {
    const lines = ["1. A"];
    let number = "1";
    for (let depth = 1; depth < 1_000; depth += 1) {
      number += ".1";
      lines.push(`${number}. Pro: b`);
    }
    return lines.join("\n");
  };
  const deepArgdown = () =>
    ["[A]", ...Array.from({ length: 2_000 }, (_, at) => `${" ".repeat(at + 1)}+ b`)].join("\n");

  it("is refused with its line where it is too deep", () => {
    expect(faultOf(() => parseKialo(deepKialo()))).toEqual({ rule: "too-deep", line: 501 });
    expect(faultOf(() => parseArgdown(deepArgdown()))).toEqual({ rule: "too-deep", line: 502 });
  });

  it.each([
    ["brackets", "[".repeat(40_000)],
    ["backslashes", "\\".repeat(40_000)],
    ["tags", " #a".repeat(16_000)],
    ["braces", "{".repeat(40_000)],
    ["open comments", "[A]\n+ b <!--".repeat(5_000)],
    ["numbers", "1.".repeat(20_000)],
    ["angles", `+ ${"<a".repeat(20_000)}`],
    [
      "links",
      [
        "1. A",
        ...Array.from({ length: 19_000 }, (_, at) => `1.${at + 1}. Pro: -> See 1.${at + 2}.`),
      ].join("\n"),
    ],
    ["one under another", ["[A]", ...Array.from({ length: 19_000 }, () => "  + b")].join("\n")],
  ])("never holds up: %s", (_, text) => {
    const start = performance.now();
    faultOf(() => parseKialo(text));
    faultOf(() => parseArgdown(text));
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it("is understood or refused, never anything else", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(marks, free, fc.constant("\n"), fc.constant("  ")), { maxLength: 40 }),
        (parts) => {
          expect(() => faultOf(() => parseKialo(parts.join("")))).not.toThrow();
          expect(() => faultOf(() => parseArgdown(parts.join("")))).not.toThrow();
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
