import { describe, expect, it } from "vitest";
import { slugOf } from "./slug-of.ts";

describe("the address that is suggested for a community", () => {
  it.each([
    ["Open Model Commons", "open-model-commons"],
    ["  Ünïted — Städte & Dörfer!  ", "united-stadte-dorfer"],
    ["Ñandú 2030", "nandu-2030"],
    ["開放模型", ""],
    ["a".repeat(39) + " b", "a".repeat(39)],
  ])("for %s is %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});
