import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

/** Every token written as light-dark(#hex, #hex). */
const tokens = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }] as const,
  ),
);

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["paper", "surface", "sunken", "raised"];
const readable: [string, string][] = [
  ...["ink", "muted", "accent", "accent-strong", "pro", "con", "good", "warn", "danger"].flatMap(
    (text) => grounds.map((ground): [string, string] => [text, ground]),
  ),
  ...["accent", "pro", "con", "good", "warn", "danger"].flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    ["ink", `${tone}-soft`],
    ["muted", `${tone}-soft`],
  ]),
  ["accent-ink", "accent"],
  ["accent-ink", "accent-strong"],
  ["danger-ink", "danger"],
  ["paper", "ink"],
];
const visible: [string, string][] = ["line-strong", "focus"].flatMap((edge) =>
  grounds.map((ground): [string, string] => [edge, ground]),
);

function ratio([front, back]: [string, string], theme: "light" | "dark"): number {
  const [one, other] = [tokens.get(front), tokens.get(back)];
  if (!one || !other) throw new Error(`no token ${front} or ${back}`);
  return contrast(one[theme], other[theme]);
}

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each(readable)("%s can be read on %s", (...pair) => {
    expect(ratio(pair, theme)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(visible)("the edge %s can be seen on %s", (...pair) => {
    expect(ratio(pair, theme)).toBeGreaterThanOrEqual(3);
  });
});
