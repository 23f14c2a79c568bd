import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, hasAll, partsOf, wordsOf } from "./words.ts";

const finds = (text: string, query: string) => hasAll(fold(text), wordsOf(query));
const text = fc.string({ unit: "grapheme", maxLength: 40 });
const anything = fc.string({ unit: "binary", maxLength: 40 });

describe("words", () => {
  it.each([
    ["Naïve café owners", "cafe NAIVE"],
    ["cafe\u0301", "café"],
    ["Straße", "strasse"],
    ["Łódź and Tromsø", "lodz tromso"],
    ["Οδυσσεύς", "ΟΔΥΣΣΕΥΣ"],
    ["ＡＩ模型", "ai"],
    ["共用模型的訓練資料應該公開", "訓練資料"],
    ["共用模型的訓練資料應該公開", "公開 模型"],
    ["إنّ المسؤوليّة على مَن يشغّل النموذج", "المسؤولية"],
    ["إنّ المسؤوليّة على مَن يشغّل النموذج", "ان النموذج"],
    ["مدرسة", "مدرسه"],
    ["الـــنموذج", "النموذج"],
    ["سنة ٢٠٢٦", "2026"],
    ["año 2026", "ano ٢٠٢٦"],
  ])("in “%s”, “%s” is found", (words, query) => {
    expect(finds(words, query)).toBe(true);
  });

  it("must all occur, in any order, also inside others", () => {
    expect(finds("Whoever runs it answers for it", "answers who")).toBe(true);
    expect(finds("Whoever runs it answers for it", "answers nobody")).toBe(false);
  });

  it("are none where nothing was typed", () => {
    expect(wordsOf(" \u3000 ")).toEqual([]);
    expect(wordsOf("model  Model")).toEqual(["model"]);
  });

  it("are folded the same whether a text is folded as a whole or by its characters", () => {
    fc.assert(
      fc.property(fc.oneof(text, anything), (one) => {
        expect(Array.from(one, fold).join("")).toBe(fold(one));
      }),
      { numRuns: 500 },
    );
  });

  it("are folded once and for all", () => {
    fc.assert(
      fc.property(fc.oneof(text, anything), (one) => {
        expect(fold(fold(one))).toBe(fold(one));
      }),
    );
  });

  it("are found in every text that they were cut from", () => {
    fc.assert(
      fc.property(text, text, text, (before, query, after) => {
        expect(finds(before + query + after, query)).toBe(true);
      }),
    );
  });
});

describe("a text in parts", () => {
  const found = (one: string, query: string) =>
    partsOf(one, wordsOf(query))
      .filter(({ isFound }) => isFound)
      .map((part) => part.text);

  it("shows where the words stand, as they were written", () => {
    expect(found("Naïve café, CAFÉ", "cafe")).toEqual(["café", "CAFÉ"]);
    expect(found("cafe\u0301s", "cafe")).toEqual(["cafe\u0301"]);
    expect(found("يشغّل النموذج", "يشغل")).toEqual(["يشغّل"]);
    expect(found("訓練資料應該公開", "資料 公開")).toEqual(["資料", "公開"]);
    expect(found("banana", "ana")).toEqual(["anana"]);
  });

  it("is the text, whatever is looked for", () => {
    fc.assert(
      fc.property(fc.oneof(text, anything), fc.oneof(text, anything), (one, query) => {
        const parts = partsOf(one, wordsOf(query));
        expect(parts.map((part) => part.text).join("")).toBe(one);
        for (const [at, part] of parts.entries()) {
          expect(part.isFound).not.toBe(parts[at + 1]?.isFound);
        }
      }),
    );
  });

  it("has something found exactly where one of the words occurs", () => {
    fc.assert(
      fc.property(text, text, (one, query) => {
        const [word] = wordsOf(query);
        fc.pre(word !== undefined);
        const isThere = partsOf(one, [word]).some(({ isFound }) => isFound);
        expect(isThere).toBe(fold(one).includes(word));
      }),
    );
  });
});
