import { describe, expect, it } from "vitest";
import { fineMoneyIn, hundredthsOf, moneyIn, typedOf } from "./money.ts";

describe("an amount of money", () => {
  it("is written with two decimals or none, also below zero, and to the last digit", () => {
    expect(moneyIn("en", 40_000, "EUR")).toBe("400 EUR");
    expect(moneyIn("en", 247_050, "EUR")).toBe("2,470.50 EUR");
    expect(moneyIn("en", -5, "EUR")).toBe("-0.05 EUR");
    expect(moneyIn("es", -12_050, "EUR")).toBe("-120,50 EUR");
    expect(moneyIn("en", 500_000_000_000_001, "EUR")).toBe("5,000,000,000,000.01 EUR");
  });

  it("is written so too where it is known more finely", () => {
    expect(fineMoneyIn("en", 103_350, "EUR")).toBe("1,033.50 EUR");
    expect(fineMoneyIn("en", 66_666.666_666, "EUR")).toBe("666.67 EUR");
    expect(fineMoneyIn("en", 26_800, "EUR")).toBe("268 EUR");
  });

  it("is typed with a point or a comma, and nothing else is an amount", () => {
    expect(hundredthsOf("12,5")).toBe(1_250);
    expect(hundredthsOf(typedOf(1_205))).toBe(1_205);
    for (const typed of ["", "0", "-1", "1.234,5", "1.005"]) expect(hundredthsOf(typed)).toBeNull();
  });
});
