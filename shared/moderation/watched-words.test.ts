import { expect, it } from "vitest";
import { wordsIn } from "./watched-words.ts";

const found = (text: string, ...words: string[]) =>
  wordsIn(
    text,
    words.map((word) => ({ word })),
  ).map(({ word }) => word);

it("finds whole words, whatever their case, accents and width", () => {
  expect(found("You FOOL!", "fool")).toEqual(["fool"]);
  expect(found("Foolish of you", "fool")).toEqual([]);
  expect(found("mi résumé", "RESUME")).toEqual(["RESUME"]);
  expect(found("ｆｏｏｌ", "fool")).toEqual(["fool"]);
  expect(found("a fool's errand, twofold, fool", "fool")).toEqual(["fool"]);
});

it("finds several words in a row, and only as they stand in a row", () => {
  expect(found("Buy cheap pills now", "cheap pills")).toEqual(["cheap pills"]);
  expect(found("Pills are cheap", "cheap pills")).toEqual([]);
});

it("finds words where a script sets no spaces, and none for an empty word", () => {
  expect(found("你這個笨蛋啊", "笨蛋")).toEqual(["笨蛋"]);
  expect(found("anything", "", " ")).toEqual([]);
});
