import { expect, test } from "vitest";
import { fileNameOf, toCsv } from "./csv.ts";

test("commas, quotes and line breaks are quoted", () => {
  expect(toCsv([["a,b", 'say "no"', "x\ny", 3]])).toBe('"a,b","say ""no""","x\ny",3\r\n');
});

test("what a spreadsheet would run as a formula is made text, numbers stay numbers", () => {
  expect(toCsv([["=1+1", "+x", "-x", "@x", -5]])).toBe("'=1+1,'+x,'-x,'@x,-5\r\n");
});

test("what stands before a formula hides it from nobody", () => {
  const hidden = [" =1+1", "\u00A0@x", "\u200B+x", "\u2066-x", "＝1+1", "\u0000=x", "\tx"];
  for (const text of hidden) expect(toCsv([[text]])).toBe(`'${text}\r\n`);
  expect(toCsv([["\n=1", "a = b", "'=1"]])).toBe(`"'\n=1",a = b,'=1\r\n`);
});

test("a file is called after what is in it, in words that are whole", () => {
  expect(fileNameOf("May we train on posts? Who thinks alike")).toBe(
    "May-we-train-on-posts-Who-thinks-alike",
  );
  const question =
    "How much of what all of us have written in public places may go into a model that anybody can run?";
  expect(fileNameOf(`${question} Who thinks alike`)).toBe(
    "How-much-of-what-all-of-us-have-written-…-that-anybody-can-run-Who-thinks-alike",
  );
  // Two tables of one question are two files, and so are those of two questions.
  expect(fileNameOf(`${question} Report`)).not.toBe(fileNameOf(`${question} Who thinks alike`));
  expect(fileNameOf(`So: ${question} Report`)).not.toBe(fileNameOf(`${question} Report`));
});

test("no file name is too long, empty, or broken amid a letter, in any script", () => {
  for (const name of [
    "我們".repeat(90),
    "كيف نصحّح التحيّز في نموذجنا؟ ".repeat(9),
    "🙂 — !",
    "e\u0301t",
  ]) {
    const file = fileNameOf(name);
    expect(Array.from(file).length).toBeLessThanOrEqual(80);
    expect(file).toMatch(/^[\p{L}\p{M}\p{N}…-]+$/u);
  }
  expect(fileNameOf("کتاب‌ها نُقطة")).toContain("نُقطة");
});
