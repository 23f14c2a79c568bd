import { expect, test } from "vitest";
import { toCsv } from "./csv.ts";

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
