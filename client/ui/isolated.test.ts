import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isolated, isolatedWithin } from "./isolated.ts";

describe("a name within a sentence", () => {
  it.each([
    ["Ann", "LTR", false],
    ["Иван (mod)", "LTR", false],
    ["小林 42%", "LTR", false],
    ["١٢٣", "LTR", false],
    ["ليلى", "LTR", true],
    ["Ann ליאור", "LTR", true],
    ["Ann\u200F!", "LTR", true],
    ["ليلى", "RTL", false],
    ["12 – 34 %", "RTL", false],
    ["Ann (mod)", "RTL", true],
    ["小林", "RTL", true],
  ])("%s, where the page runs %s, is isolated: %s", (name, direction, isMeant) => {
    const within = isolatedWithin(name, direction === "RTL");
    expect(within).toBe(isMeant ? isolated(name) : name);
  });
});

const client = new URL("../", import.meta.url);
const pages = readdirSync(client, { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".tsx"),
);

/** Somebody's name that stands by itself on a page, with the element in which it stands. */
const standing = /<(\w+)(?:[^<>]|=>)*>\s*\{((?:nameOf\([^{}]*\)|\w+(?:\.\w+)*\.name))\}/g;
/** Elements that keep what is in them apart, or hold nothing but a name. */
const apart = new Set(["bdi", "option", "title", "code", "Place"]);

describe("a name on a page", () => {
  it("stands in an element of its own, so that it moves nothing around it", () => {
    const found = pages.flatMap((path) =>
      [...readFileSync(new URL(path, client), "utf8").matchAll(standing)].map(
        ([, element = "", name]) => ({ path, element, name }),
      ),
    );
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter(({ element }) => !apart.has(element))).toEqual([]);
  });
});
