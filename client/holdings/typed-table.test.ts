import { expect, test } from "vitest";
import { csvOf, textOf } from "./typed-table.ts";

test("typed rows become a table, whatever stands in a name", () => {
  expect(
    csvOf([
      { holder: 'Ada "the first", countess', amount: "5" },
      { holder: " ", amount: "" },
      { holder: "@ben", amount: "1,5" },
    ]),
  ).toBe('holder,amount\n"Ada ""the first"", countess","5"\n"@ben","1,5"');
});

test("a file is read as text, or said to be none", async () => {
  const file = (...bytes: number[]) => new File([new Uint8Array(bytes)], "a.csv");
  expect(await textOf(file(0xef, 0xbb, 0xbf, 0x61))).toEqual({ csv: "a" });
  expect(await textOf(file(0xff, 0xfe, 0x61))).toBe("noText");
});
