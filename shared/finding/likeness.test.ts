import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apart, likeness, likenessInWords } from "./likeness.ts";

/** Pairs that say the same, as people word it twice. */
const alike = [
  ["Open models let anybody check them for bias.", "Anybody can check open models for bias."],
  ["Training data should be public.", "The training data should be published."],
  ["Audits cost more than small projects can pay.", "Small projects cannot pay for audits."],
  [
    "Los datos de entrenamiento deben ser públicos.",
    "LOS DATOS DE ENTRENAMIENTO deben ser publicos",
  ],
  [
    "Los modelos abiertos permiten que cualquiera los revise.",
    "Cualquiera puede revisar los modelos abiertos.",
  ],
  ["公部門程式碼應該公開", "公部門的程式碼應當公開"],
  ["公共資金開發的程式碼應該公開。", "用公共資金開發的程式，原始碼應公開。"],
  ["使用模型的人應該為造成的傷害負責。", "誰使用模型，誰就應該對傷害負責。"],
  ["審查的費用小型專案負擔不起。", "小型專案付不起審查的費用。"],
  ["يجب أن تكون بيانات التدريب متاحة للجميع.", "ينبغي أن تكون بيانات التدريب متاحةً للجميع"],
  ["المسؤولية تقع على من يشغّل النموذج.", "من يشغل النموذج يتحمل المسؤولية."],
  ["تكلفة التدقيق أكبر من قدرة المشاريع الصغيرة.", "المشاريع الصغيرة لا تقدر على تكلفة التدقيق."],
] as const;

/** Pairs that only share the turns of phrase of such debates. */
const unlike = [
  ["The community should decide by a vote.", "The maintainers should decide by themselves."],
  ["Publishing weights helps people who mean harm.", "Independent people should audit models."],
  ["使用模型的人應該為造成的傷害負責。", "訓練模型的公司應該公開訓練資料。"],
  ["政府應該禁止人臉辨識", "政府應該補助電動車"],
  ["投票應該保密。", "資料應該公開。"],
  ["يجب أن تكون بيانات التدريب متاحة للجميع.", "يجب أن تكون أصوات الناخبين سرية."],
] as const;

describe("the likeness of two texts", () => {
  it.each(alike)("%s is like %s", (one, other) => {
    expect(likenessInWords(one, other)).not.toBeNull();
  });

  it.each(unlike)("%s is not like %s", (one, other) => {
    expect(likenessInWords(one, other)).toBeNull();
  });

  it("is the same words whatever their case, accents, points and order of marks are", () => {
    expect(likenessInWords("¿Quién decide?", "quien decide")).toBe("same");
    expect(likenessInWords("إنّ النموذج", "ان النموذج")).toBe("same");
    expect(likenessInWords("資料，應該公開。", "資料應該公開")).not.toBeNull();
  });

  it("is nearly the same words where one word differs", () => {
    expect(
      likenessInWords("We should not share the weights.", "We should share the weights."),
    ).toBe("nearly");
  });

  it("is pg_trgm's of plain words", () => {
    // select similarity('word', 'two words') in its documentation: 0.3636364
    expect(likeness("word", "two words")).toBeCloseTo(0.3636364, 6);
  });

  it("lies between 0 and 1, is 1 of a text and itself, and does not depend on who is first", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
        const value = likeness(a, b);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(likeness(b, a)).toBe(value);
        expect([0, 1]).toContain(likeness(a, a));
      }),
    );
  });

  it("is nothing where there are no words", () => {
    expect(likenessInWords("…", "!!!")).toBeNull();
  });
});

it("the database gets what has no spaces between words in pairs, and all else as it is", () => {
  expect(apart("AI 要審查。No")).toBe("AI  要審 查。No AI  審查 。No");
  expect(apart("Nothing is changed here.")).toBe("Nothing is changed here.");
});
