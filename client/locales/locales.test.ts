import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { problems } from "#shared/contract/problem.ts";

const client = new URL("..", import.meta.url).pathname;
const plural = /_(zero|one|two|few|many|other)$/;
type Texts = { [key: string]: string | Texts };

/** All keys of a file, `a.b.c`, plural forms folded into one. */
function keysOf(texts: Texts, before = ""): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string"
      ? [before + key.replace(plural, "")]
      : keysOf(value, `${before}${key}.`),
  );
}

function read(language: string, file: string): Texts {
  return JSON.parse(readFileSync(join(client, "locales", language, file), "utf8")) as Texts;
}

const filesOf = (language: string) =>
  readdirSync(join(client, "locales", language)).filter((file) => file.endsWith(".json"));
const english = new Map(
  filesOf("en").map((file) => [file.replace(".json", ""), new Set(keysOf(read("en", file)))]),
);

/** A file that is given its `t` speaks the words of its folder. */
function namespaceOf(file: string, source: string): string {
  const [folder = ""] = file.split("/");
  const named = /useTranslation\(\s*\[?\s*"([\w-]+)"/.exec(source)?.[1];
  return named ?? (english.has(folder) ? folder : "app");
}

/** What one source file asks for: keys with their namespace; a key that ends in `*` is completed at run time. */
function keysUsedIn(file: string): { key: string; namespace: string }[] {
  const source = readFileSync(join(client, file), "utf8");
  const own = namespaceOf(file, source);
  const calls = source.matchAll(/\bt\(\s*(?:"([^"]+)"|`([^`]+)`)/g);
  return [...calls].flatMap(([, plain, template]) => {
    const key = plain ?? template?.replace(/\$\{.*$/s, "*") ?? "";
    const [namespace, rest] = key.includes(":") ? key.split(":", 2) : [own, key];
    const isComputed = (namespace ?? "").includes("*");
    return isComputed ? [] : [{ namespace: namespace ?? own, key: rest ?? key }];
  });
}

const sources = readdirSync(client, { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
);

/** Titles of refusals come from the contract in English; only other languages have them as texts. */
const isProblemTitle = (key: string) =>
  key.startsWith("problem.") && (key.endsWith("*") || key.slice("problem.".length) in problems);

describe("every text that is asked for exists in English", () => {
  test.each(sources)("%s", (file) => {
    const missing = keysUsedIn(file).filter(({ namespace, key }) => {
      const known = english.get(namespace) ?? new Set<string>();
      if (isProblemTitle(key)) return false;
      if (!key.endsWith("*")) return !known.has(key);
      return ![...known].some((one) => one.startsWith(key.slice(0, -1)));
    });
    expect(missing).toEqual([]);
  });
});

describe.each(["es", "zh-TW", "ar"])("texts in %s", (language) => {
  test("are all known in English too", () => {
    for (const file of filesOf(language)) {
      const known = english.get(file.replace(".json", "")) ?? new Set();
      const unknown = keysOf(read(language, file)).filter(
        (key) => !known.has(key) && !isProblemTitle(key),
      );
      expect({ file, unknown }).toEqual({ file, unknown: [] });
    }
  });

  test("have every plural form that the language needs", () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const file of filesOf(language)) {
      const text = JSON.stringify(read(language, file));
      const counted = [...text.matchAll(/"(\w+)_other":/g)].map(([, key]) => key);
      for (const key of counted) {
        for (const category of needed) expect(text).toContain(`"${key}_${category}":`);
      }
    }
  });
});
