import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const client = new URL("..", import.meta.url).pathname;
const pages = readdirSync(client, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".tsx") && !file.endsWith(".test.tsx"),
);
const count = (source: string, what: RegExp) => [...source.matchAll(what)].length;

it.each(pages)("every empty list says what belongs there: %s", (file) => {
  const source = readFileSync(join(client, file), "utf8");
  const withoutWords = count(source, /<EmptyState\b/g) - count(source, /<\/EmptyState>/g);
  // A closed door, or what is gone, has its reason for a title, and is no list that waits for its first thing.
  const doors = count(source, /<EmptyState\s+icon="(lock|key|withdraw)"/g);
  expect(withoutWords).toBeLessThanOrEqual(doors);
});
