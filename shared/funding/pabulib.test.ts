import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPabulib, together, writePabulib, type PabulibRound } from "./pabulib.ts";

const file = (changed: Readonly<Record<string, string>> = {}) => {
  const lines = [
    "META",
    "key;value",
    "description;Paths and trees",
    "currency;EUR",
    "budget;1000.50",
    "vote_type;approval",
    "max_length;2",
    "PROJECTS",
    "project_id;cost;votes;name",
    '1;400;2;"A path; a bench"',
    "2;600,25;1;Trees",
    "VOTES",
    "voter_id;age;vote",
    "1;30;1,2",
    "2;;1",
  ];
  return lines.map((line) => changed[line] ?? line).join("\n");
};
const faultOf = (text: string) => {
  const reading = readPabulib(text);
  return reading.ok ? undefined : reading.fault;
};

describe("a Pabulib file", () => {
  it("is read as a round: amounts, quotes, forms of ballots", () => {
    const reading = readPabulib(file());
    expect(reading.ok && reading.round).toEqual({
      title: "Paths and trees",
      currency: "EUR",
      budget: 100_050,
      voteType: "approval",
      form: "approval",
      most: 2,
      projects: [
        { id: "1", title: "A path; a bench", cost: 40_000 },
        { id: "2", title: "Trees", cost: 60_025 },
      ],
      ballots: [
        { ballot: { form: "approval", projects: ["1", "2"] }, heads: 1 },
        { ballot: { form: "approval", projects: ["1"] }, heads: 1 },
      ],
    });
  });

  it.each<[Record<string, string>, object]>([
    [{ META: "MATE" }, { code: "pb-section", values: { section: "META" } }],
    [
      { "project_id;cost;votes;name": "project_id;price;votes;name" },
      {
        code: "pb-column",
        values: {
          line: 9,
          section: "PROJECTS",
          column: "cost",
          found: "project_id;price;votes;name",
        },
      },
    ],
    [{ "budget;1000.50": "purse;1000" }, { code: "pb-meta", values: { key: "budget" } }],
    [
      { "vote_type;approval": "vote_type;shouting" },
      { code: "pb-vote-type", values: { line: 6, found: "shouting" } },
    ],
    [
      { "2;600,25;1;Trees": "2;-5;1;Trees" },
      { code: "pb-amount", values: { line: 11, column: "cost", found: "-5" } },
    ],
    [
      { "2;600,25;1;Trees": "2;2000;1;Trees" },
      { code: "pb-over-budget", values: { line: 11, column: "cost", found: "2000" } },
    ],
    [
      { "2;600,25;1;Trees": "1;60;1;Trees" },
      { code: "pb-id-twice", values: { line: 11, found: "1", first: 10 } },
    ],
    [{ "2;;1": "2;;1;7" }, { code: "pb-cells", values: { line: 15, found: 4, expected: 3 } }],
    [
      { "2;;1": "2;;9" },
      { code: "pb-unknown-project", values: { line: 15, column: "vote", found: "9" } },
    ],
    [{ "2;;1": "2;;1,1" }, { code: "pb-vote", values: { line: 15, column: "vote", found: "1,1" } }],
  ])("that is wrong is told with line and column: %o", (changed, fault) => {
    expect(faultOf(file(changed))).toEqual(fault);
  });

  it("comes back as it went out, in all forms of ballots", () => {
    const ids = ["1", "x y", "Ł3"];
    const text = fc
      .string({ unit: "grapheme", maxLength: 20 })
      .map((one) => one.replaceAll(/\s+/g, " ").trim());
    const subset = fc.subarray(ids, { minLength: 1 });
    const ballotOf = (form: PabulibRound["form"]) =>
      subset.map((projects) =>
        form === "cumulative"
          ? { form, points: Object.fromEntries(projects.map((id, at) => [id, at + 1])) }
          : { form, projects },
      );
    const anyRound = fc
      .constantFrom("approval" as const, "ranked" as const, "cumulative" as const)
      .chain((form) =>
        fc.record({
          title: text.filter((one) => one !== ""),
          currency: fc.constantFrom("", "EUR"),
          budget: fc.integer({ min: 1_000, max: 10_000_000 }),
          form: fc.constant(form),
          most: fc.constant(6),
          projects: fc.constant(ids.map((id, at) => ({ id, title: `no ${at}`, cost: 100 + at }))),
          ballots: fc.array(ballotOf(form), { minLength: 1, maxLength: 6 }).map(together),
        }),
      );
    fc.assert(
      fc.property(anyRound, (round) => {
        const reading = readPabulib(writePabulib({ ...round, rule: "greedy" }));
        expect(reading.ok && reading.round).toMatchObject(round);
      }),
    );
  });
});
