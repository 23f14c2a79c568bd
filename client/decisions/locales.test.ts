import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { languages } from "#shared/contract/phases.ts";
import { stepCodes, type StepCode } from "#shared/voting/index.ts";
import { faultCodes, type Step } from "#shared/voting/method.ts";
import { bases, measures } from "#shared/voting/tally.ts";
import { offeredMethods } from "./method-facts.ts";
import { stepInWords } from "./results/step-in-words.ts";
import { rulesInWords } from "./rules-in-words.ts";
import { decisionOf } from "./testing-decision.ts";
import { weightText } from "./weights-in-words.ts";
import { createWords, type Words } from "./words.ts";

const files = import.meta.glob<{ default: object }>("../locales/*/decisions.json", { eager: true });
const fileOf = (language: string) => files[`../locales/${language}/decisions.json`]?.default;
const written = languages.filter(fileOf);

async function wordsIn(language: string): Promise<Words> {
  const texts = i18next.createInstance();
  await texts.init({
    lng: language,
    fallbackLng: false,
    defaultNS: "decisions",
    resources: { [language]: { decisions: fileOf(language) ?? {} } },
    interpolation: { escapeValue: false },
  });
  return createWords(texts.t, language);
}

const titleOf = (option: string) => option.toUpperCase();
const stepOf = (code: StepCode, several: boolean): Step<StepCode> => {
  const list = several ? ["a", "b"] : ["a"];
  const names = ["winner", "next", "eliminated", "chosen", "between", "rival", "smithSet", "these"];
  const amounts = ["grade", "score", "of", "votes", "behind", "there", "back"];
  return {
    code,
    options: Object.fromEntries(names.map((name) => [name, list])),
    amounts: Object.fromEntries(amounts.map((name) => [name, 12n])),
    counts: { round: 2, places: 1, raised: 3 },
  };
};

describe.each(written)("the texts of decisions in %s", (language) => {
  it("have a sentence for every step of every explanation", async () => {
    const words = await wordsIn(language);
    const sentences = stepCodes.flatMap((code) =>
      [false, true].map((several) =>
        stepInWords(stepOf(code, several), { words, titleOf, denominator: 1 }),
      ),
    );
    expect(sentences.filter((text) => /step\.|\{\{/.test(text))).toEqual([]);
  });

  it("have a name for all that a count can measure, and that a ballot can do wrong", async () => {
    const { t } = await wordsIn(language);
    const keys = [
      ...bases.map((basis) => `basis.${basis}`),
      ...measures.map((measure) => `measure.${measure}`),
      ...faultCodes.map((code) => `ballot.fault.${code}`),
      ...offeredMethods.flatMap((method) => [
        `method.${method}.name`,
        `method.${method}.brief`,
        `method.${method}.help`,
        `ballot.${method}`,
      ]),
    ];
    expect(keys.filter((key) => t(key, { count: 2 }) === key)).toEqual([]);
  });

  it("name the same things as the English ones", () => {
    const plural = /_(zero|one|two|few|many|other)$/;
    const keysOf = (texts: object, path = ""): string[] =>
      Object.entries(texts).flatMap(([key, value]) =>
        typeof value === "object" && value !== null
          ? keysOf(value, `${path}${key}.`)
          : [`${path}${key.replace(plural, "")}`],
      );
    const keys = (of: string) => [...new Set(keysOf(fileOf(of) ?? {}))].toSorted();
    expect(keys(language)).toEqual(keys("en"));
  });
});

describe("the rules in words", () => {
  it("say of what each share is", async () => {
    const words = await wordsIn("en");
    const rules = rulesInWords(
      decisionOf({
        quorum: { persons: { num: 1, den: 2 }, weight: null },
        threshold: { kind: "two-thirds" },
      }),
      words,
    );
    const text = (id: string) => rules.find((rule) => rule.id === id)?.text;
    expect(text("quorum")).toBe(
      "At least half of the 30 people who may vote must do so: 15. Else nothing is decided.",
    );
    expect(text("threshold")).toBe(
      "The winner needs at least two thirds of all ballots cast, blank ones included. Else nothing is decided.",
    );
  });

  it("round the number that is needed up, never down", async () => {
    const words = await wordsIn("en");
    const quorum = { persons: { num: 1, den: 3 }, weight: null };
    const [, , told] = rulesInWords(
      decisionOf({ quorum, electorate: { roles: ["member"], size: 31, weight: "31" } }),
      words,
    );
    expect(told?.text).toContain(": 11.");
  });
});

describe("the weights in words", () => {
  const snapshot = {
    id: "01930000-0000-7000-8000-0000000000d1",
    title: "Shares",
    token: "HRB",
    decimals: 2,
    source: "The register",
    link: null,
    hash: "ab",
  };
  const byTokens = decisionOf({
    weighting: { kind: "token", snapshotId: snapshot.id },
    snapshot,
    unit: "100",
    electorate: { roles: ["member"], size: 3, weight: "1000150" },
    quorum: { persons: null, weight: { num: 1, den: 3 } },
  });
  const textOf = (rules: ReturnType<typeof rulesInWords>, id: string) =>
    rules.find((rule) => rule.id === id)?.text;

  it("say by which balances, how much there is, and of what a quorum is a share", async () => {
    const rules = rulesInWords(byTokens, await wordsIn("en"));
    expect(textOf(rules, "weights")).toMatch(
      /^Each vote weighs what its voter holds\. It goes by the balances .*Shares.*, from: .*The register.*All votes together weigh 10,001\.5 .*HRB.*\.$/,
    );
    expect(textOf(rules, "quorum")).toMatch(
      /at least a third of the tokens held by those who may vote: 3,333\.84 .*HRB.* of 10,001\.5/,
    );
    expect(textOf(rules, "who")).not.toContain("one vote");
  });

  it("are not mentioned where each person has one vote", async () => {
    const rules = rulesInWords(decisionOf(), await wordsIn("en"));
    expect(textOf(rules, "weights")).toBeUndefined();
    expect(textOf(rules, "who")).toContain("Each has one vote.");
  });

  it("have six decimals where they are square roots, and no token's name", async () => {
    const words = await wordsIn("en");
    const weighting = { kind: "square-root", snapshotId: snapshot.id } as const;
    expect(weightText(1_414_213n, { weighting, snapshot, unit: "1000000" }, words)).toBe(
      "1.414213",
    );
  });
});

describe("an amount", () => {
  it("is exact, and is said as a share of what it is a part of", async () => {
    const words = await wordsIn("en");
    expect(words.number(9_007_199_254_740_993n)).toBe("9,007,199,254,740,993");
    expect(words.percent(2n, 3n)).toBe("66.7%");
    expect(words.percent(0n, 0n)).toBe("–");
    expect(words.share({ num: 1, den: 2 })).toBe("half");
    expect(words.share({ num: 3, den: 5 })).toBe("60%");
  });
});
