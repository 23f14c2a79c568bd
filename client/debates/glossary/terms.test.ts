import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutter } from "./terms.ts";

const cut = cutter([
  { term: "harm", text: "What somebody suffers." },
  { term: "harm of a model", text: "What a model's answer causes." },
  { term: "模型", text: "一組權重。" },
  { term: "C++ (code)", text: "A language." },
]);
const marked = (text: string) =>
  cut(text).flatMap(({ text: word, meaning }) => (meaning === undefined ? [] : [word]));

describe("defined words in a text", () => {
  it("are marked as whole words, whatever their case, the longest first, each once", () => {
    expect(marked("Harm comes of harm, not of charms.")).toEqual(["Harm"]);
    expect(marked("The harm of a model is harm.")).toEqual(["harm of a model", "harm"]);
    expect(marked("A harmless thing")).toEqual([]);
    expect(marked("We write C++ (code) here")).toEqual(["C++ (code)"]);
  });

  it("are found in scripts that do without spaces", () => {
    expect(marked("這個模型很大")).toEqual(["模型"]);
  });

  it("leave the text as it was", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("harm", " of a model", "模型", "x", ".", " "), { maxLength: 20 }),
        (parts) => {
          const text = parts.join("");
          expect(
            cut(text)
              .map((piece) => piece.text)
              .join(""),
          ).toBe(text);
        },
      ),
    );
    expect(cutter([])("harm")).toEqual([{ text: "harm" }]);
  });
});
