import { expect, test } from "vitest";
import { toCsv } from "./csv.ts";

test("commas, quotes and line breaks are quoted", () => {
  expect(toCsv([["a,b", 'say "no"', "x\ny", 3]])).toBe('"a,b","say ""no""","x\ny",3\r\n');
});

test("what a spreadsheet would run as a formula is made text, numbers stay numbers", () => {
  expect(toCsv([["=1+1", "+x", "-x", "@x", -5]])).toBe("'=1+1,'+x,'-x,'@x,-5\r\n");
});
