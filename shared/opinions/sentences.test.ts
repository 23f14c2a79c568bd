import { describe, expect, it } from "vitest";
import { analyse } from "./analyse.ts";
import { seen } from "./group-votes.ts";
import { folkmoot } from "./parameter-sets.ts";
import { ResponseMatrix } from "./response-matrix.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import { campResponses, matrixOf } from "./testing-conversation.ts";

const camps = { sizes: [40, 30], statements: 24, answering: 0.9 };
const analysis = analyse({ matrix: ResponseMatrix.of(campResponses(camps)) }, folkmoot);
const sentences = sentencesOf(analysis);
const ofKind = <K extends Sentence["kind"]>(kind: K) =>
  sentences.filter((one): one is Extract<Sentence, { kind: K }> => one.kind === kind);

describe("the sentences of a report", () => {
  it("say which statement all groups agree with, by the numbers of each", () => {
    const bridge = ofKind("bridge").find(({ statement }) => statement === 0);
    expect(bridge?.side).toBe("agree");
    expect(bridge?.groups.map(({ group }) => group)).toEqual([0, 1]);
    const figures = analysis.figures[0];
    expect(bridge?.groups.map(({ count, of }) => [count, of])).toEqual(
      figures?.byGroup.map((votes) => [votes.agrees, seen(votes)]),
    );
    for (const { count, of, percent } of bridge?.groups ?? []) {
      expect(percent).toBe(Math.round((100 * count) / of));
      expect(percent).toBeGreaterThan(50);
    }
  });

  it("say what divides: one group agrees, another does not, and none is said to do both", () => {
    const divides = ofKind("divide");
    expect(divides.length).toBeGreaterThan(0);
    for (const { agreeing, disagreeing } of divides) {
      expect(agreeing.length + disagreeing.length).toBe(2);
      expect(agreeing[0]?.group).not.toBe(disagreeing[0]?.group);
    }
    const bridged = new Set(ofKind("bridge").map(({ statement }) => statement));
    expect(divides.some(({ statement }) => bridged.has(statement))).toBe(false);
  });

  it("say what is typical of a group beside the others, and what most people say", () => {
    for (const { group, others } of ofKind("typical")) {
      expect(group.percent).toBeGreaterThan(50);
      expect(group.percent).toBeGreaterThan(others.percent);
    }
    const majority = ofKind("majority").find(({ statement }) => statement === 0);
    expect(majority?.people.of).toBeGreaterThan(50);
  });

  it("say that there are no groups where there are none, and nothing of nobody", () => {
    const alike = analyse(
      { matrix: matrixOf(...Array.from({ length: 12 }, () => "++00")) },
      folkmoot,
    );
    const told = sentencesOf(alike);
    expect(told[0]).toMatchObject({ kind: "no-groups" });
    expect(told.filter(({ kind }) => kind === "majority")).toHaveLength(2);
    expect(told.filter(({ kind }) => kind === "uncertain")).toHaveLength(2);
    expect(sentencesOf(analyse({ matrix: new ResponseMatrix() }, folkmoot))).toHaveLength(1);
  });
});
