import { expect, test } from "vitest";
import { amountIn, decimalsOf } from "./amount.ts";

test("an amount of a token is written to its last digit, as a language does", () => {
  expect(amountIn("en", "1250500000000000000001", 18)).toBe("1,250.500000000000000001");
  expect(amountIn("es", 9_007_199_254_740_993_00n, 2)).toBe("9.007.199.254.740.993");
  expect(amountIn("en", 1_414_213n, decimalsOf(1_000_000n))).toBe("1.414213");
  expect(amountIn("en", 0n, 6)).toBe("0");
  expect(decimalsOf("1")).toBe(0);
});
