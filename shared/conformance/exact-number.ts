import { z } from "zod";
import {
  compare,
  fraction,
  greatestCommonDivisor,
  multiply,
  subtract,
  type Fraction,
} from "../voting/fraction.ts";

/** A number in a case: as JSON has it, or exact text: a decimal, or a fraction. */
export const CaseNumber = z.union([
  z.number(),
  z.string().regex(/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$|^[+-]?\d+\/0*[1-9]\d*$/i, {
    error: "no decimal number, and no fraction",
  }),
]);
export type CaseNumber = z.infer<typeof CaseNumber>;

/** The number as it is written, without rounding. */
export function exact(value: CaseNumber): Fraction {
  const text = typeof value === "number" ? String(value) : value;
  const [over = "", under] = text.replace(/^\+/, "").split("/");
  if (under !== undefined) return fraction(BigInt(over), BigInt(under));
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
  const [whole = "", decimals = ""] = mantissa.split(".");
  const power = Number(exponent) - decimals.length;
  const digits = BigInt(`${whole}${decimals}`.replace(/^\+/, ""));
  return power >= 0
    ? fraction(digits * 10n ** BigInt(power))
    : fraction(digits, 10n ** BigInt(-power));
}

/** How far off a number in JSON may be where the case does not say. */
const usual = fraction(1n, 1_000_000n);
const size = ({ num, den }: Fraction): Fraction => ({ num: num < 0n ? -num : num, den });

/** Decimal text has to be met exactly; JSON numbers are rounded, so that a millionth is let pass, or what the case lets pass. */
export function isMet(expected: CaseNumber, got: Fraction, tolerance?: number): boolean {
  const wanted = exact(expected);
  const off = size(subtract(wanted, got));
  if (tolerance !== undefined) return compare(off, exact(tolerance)) <= 0;
  if (typeof expected === "string") return off.num === 0n;
  const one = fraction(1n);
  const scale = compare(size(wanted), one) > 0 ? size(wanted) : one;
  return compare(off, multiply(usual, scale)) <= 0;
}

/** The fraction as decimal text, cut off after ten decimals. */
export function decimalText(value: Fraction): string {
  const digits = 10;
  const scaled = (size(value).num * 10n ** BigInt(digits)) / value.den;
  const text = scaled.toString().padStart(digits + 1, "0");
  const decimals = text.slice(-digits).replace(/0+$/, "");
  const sign = value.num < 0n ? "-" : "";
  return `${sign}${text.slice(0, -digits)}${decimals === "" ? "" : `.${decimals}`}`;
}

/** The smallest number that makes all of these whole when they are multiplied by it, and the whole numbers. */
export function wholeNumbers(values: readonly CaseNumber[]): { unit: bigint; amounts: bigint[] } {
  const all = values.map(exact);
  const unit = all.reduce((common, { den }) => {
    return (common / greatestCommonDivisor(common, den)) * den;
  }, 1n);
  return { unit, amounts: all.map(({ num, den }) => num * (unit / den)) };
}
