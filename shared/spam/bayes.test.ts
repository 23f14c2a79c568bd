import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combine, type Counts, estimate, fewestExamples, type Learned } from "./bayes.ts";
import { tellingWords } from "./words.ts";

const learnedFrom = (spam: readonly string[], fine: readonly string[]): Learned => {
  const words = new Map<string, Counts>();
  for (const [kind, texts] of [["spam", spam] as const, ["fine", fine] as const]) {
    for (const word of texts.flatMap(tellingWords)) {
      const counts = words.get(word) ?? { spam: 0, fine: 0 };
      words.set(word, { ...counts, [kind]: counts[kind] + 1 });
    }
  }
  return { examples: { spam: spam.length, fine: fine.length }, words };
};

const times = (count: number, text: string) =>
  Array.from({ length: count }, (_, n) => `${text} number${n}`);

const estimated = (text: string, learned: Learned) => {
  const result = estimate(tellingWords(text), learned);
  if (result.kind !== "estimate") throw new Error("there are enough examples");
  return result;
};

const pharmacy = learnedFrom(
  times(20, "Buy cheap pills at https://pills.example now"),
  times(20, "The council should publish its budget"),
);

const examples = fc.record({
  spam: fc.integer({ min: 10, max: 60 }),
  fine: fc.integer({ min: 10, max: 60 }),
});
const learnings: fc.Arbitrary<Learned> = examples.chain((all) =>
  fc
    .dictionary(
      fc.stringMatching(/^[a-z]{3,6}$/),
      fc.record({ spam: fc.nat(all.spam), fine: fc.nat(all.fine) }),
      { maxKeys: 40 },
    )
    .map((words) => ({ examples: all, words: new Map(Object.entries(words)) })),
);

describe("Graham's combination", () => {
  it("gives the figure of his own example", () => {
    // The fifteen words of the message in "A Plan for Spam", which come out at 0.9027, further digits left off.
    const words = [
      0.99, 0.99, 0.99, 0.047_225_013, 0.047_225_013, 0.073_478_02, 0.082_219_81, 0.090_190_77,
      0.090_190_77, 0.907_500_1, 0.892_129_8, 0.124_546_46, 0.856_814_3, 0.147_585_44, 0.823_477_86,
    ];
    expect(Math.floor(combine(words) * 10_000)).toBe(9_027);
  });

  it("says nothing of nothing", () => {
    expect(combine([])).toBe(0.5);
  });
});

describe("what is learned from moderators", () => {
  it("says that there is not enough yet, until there are examples of both kinds", () => {
    const many = times(fewestExamples, "Buy cheap pills");
    for (const [spam, fine] of [
      [many, []],
      [[], many],
      [many, many.slice(1)],
    ] as const) {
      expect(estimate(["pills"], learnedFrom(spam, fine))).toEqual({
        kind: "too-few",
        examples: { spam: spam.length, fine: fine.length },
        needed: fewestExamples,
      });
    }
    expect(estimate(["pills"], learnedFrom(many, many)).kind).toBe("estimate");
  });

  it("tells spam from what is fine, and by which words", () => {
    const spam = estimated("Cheap PILLS from www.pills.example", pharmacy);
    expect(spam.probability).toBeGreaterThan(0.99);
    expect(spam.words.map(({ word }) => word)).toEqual(["cheap", "host:pills.example", "pills"]);
    expect(estimated("Should the council see the budget?", pharmacy).probability).toBeLessThan(
      0.01,
    );
    expect(estimated("Something else altogether", pharmacy)).toMatchObject({
      probability: 0.5,
      words: [],
    });
  });

  it("says how far a single word carries it", () => {
    const one = estimated("pills", pharmacy);
    expect([one.low, one.high]).toEqual([0.5, one.probability]);
    const many = estimated("Buy cheap pills now", pharmacy);
    expect(many.low).toBeGreaterThan(0.99);
  });

  it("works where words have no spaces, and where they have other letters", () => {
    const chinese = learnedFrom(times(10, "便宜藥丸馬上購買"), times(10, "市政府應該公開預算"));
    expect(estimated("請購買藥丸", chinese).probability).toBeGreaterThan(0.9);
    expect(estimated("公開市政府的預算", chinese).probability).toBeLessThan(0.1);
    const arabic = learnedFrom(
      times(10, "اشترِ حبوبًا رخيصة الآن"),
      times(10, "على البلدية نشر الميزانية"),
    );
    expect(estimated("حبوبا رخيصه", arabic).probability).toBeGreaterThan(0.9);
    expect(estimated("الميزانية و البلدية", arabic).probability).toBeLessThan(0.6);
  });

  it("does not depend on the order or the repetition of words, and stays within its range", () => {
    fc.assert(
      fc.property(learnings, (learned) => {
        const words = [...learned.words.keys()];
        const result = estimate(words, learned);
        expect(estimate([...words.toReversed(), ...words], learned)).toEqual(result);
        if (result.kind !== "estimate") throw new Error("there are enough examples");
        const { probability, low, high } = result;
        expect(probability).toBeGreaterThan(0);
        expect(probability).toBeLessThan(1);
        expect(low).toBeLessThanOrEqual(probability);
        expect(high).toBeGreaterThanOrEqual(probability);
        expect(result.words.length).toBeLessThanOrEqual(15);
      }),
    );
  });

  it("is as sure of one kind as of the other", () => {
    const turned = ({ spam, fine }: Counts): Counts => ({ spam: fine, fine: spam });
    fc.assert(
      fc.property(learnings, ({ examples: all, words }) => {
        const other = {
          examples: turned(all),
          words: new Map([...words].map(([word, counts]) => [word, turned(counts)])),
        };
        const [one, two] = [{ examples: all, words }, other].map((learned) =>
          estimate([...words.keys()], learned),
        );
        if (one?.kind !== "estimate" || two?.kind !== "estimate") throw new Error("enough");
        expect(two.probability).toBeCloseTo(1 - one.probability, 9);
      }),
    );
  });

  it("takes a word for more spam the more spam it is in", () => {
    fc.assert(
      fc.property(learnings, (learned) => {
        const [first] = learned.words;
        if (!first || first[1].spam === learned.examples.spam) return;
        const [word, counts] = first;
        const more = new Map(learned.words).set(word, { ...counts, spam: counts.spam + 1 });
        const words = [...learned.words.keys()];
        const before = estimate(words, learned);
        const after = estimate(words, { ...learned, words: more });
        if (before.kind !== "estimate" || after.kind !== "estimate") throw new Error("enough");
        expect(after.probability).toBeGreaterThanOrEqual(before.probability - 1e-9);
      }),
    );
  });

  it("is of whole numbers only", () => {
    const wrong = { examples: { spam: -1, fine: 10 }, words: new Map() };
    expect(() => estimate([], wrong)).toThrow(RangeError);
  });
});
