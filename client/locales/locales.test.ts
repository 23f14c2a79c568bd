import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { problems } from "#shared/contract/problem.ts";
import { reasonInEnglish, reasons } from "#shared/contract/reasons.ts";
import { fileRuleCodes } from "#shared/contract/transfer.ts";
import { polisRules } from "#shared/transfer/polis-fault.ts";
import { polisNoteCodes } from "#shared/transfer/polis-report.ts";

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

/** What the contract itself says in English; only other languages have these as texts. */
const spoken = new Map<string, string>([
  ...Object.entries(problems).map(([code, { title }]) => [`problem.${code}`, title] as const),
  ...Object.entries(reasons).map(([code, text]) => [`reason.${code}`, text] as const),
]);
const isSpoken = (key: string) => spoken.has(key) || /^(problem|reason)\.\*$/.test(key);

describe("every text that is asked for exists in English", () => {
  test.each(sources)("%s", (file) => {
    const missing = keysUsedIn(file).filter(({ namespace, key }) => {
      const known = english.get(namespace) ?? new Set<string>();
      if (isSpoken(key)) return false;
      if (!key.endsWith("*")) return !known.has(key);
      return ![...known].some((one) => one.startsWith(key.slice(0, -1)));
    });
    expect(missing).toEqual([]);
  });
});

/** Texts by key, with their plural forms apart: `a.b.c_one`. */
function textsOf(texts: Texts, before = ""): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string" ? [[before + key, value]] : textsOf(value, `${before}${key}.`),
  );
}

/** Gaps for values and the tags that a page fills, sorted. */
const gapsOf = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\w+\}\}|<\/?\d+\/?>/g)].map(([gap]) => gap))].toSorted();

/** What the English forms of a text hold together. */
function englishGaps(file: string): Map<string, string[]> {
  const gaps = new Map([...spoken].map(([key, text]) => [key, gapsOf(text)]));
  for (const [key, text] of textsOf(read("en", file))) {
    const base = key.replace(plural, "");
    gaps.set(base, gapsOf(`${(gaps.get(base) ?? []).join("")}${text}`));
  }
  return gaps;
}

/** Pages for developers stay English. */
const untranslated = new Set(["design.json", "reference.json"]);

describe("what the server says by codes", () => {
  test("has an English text for every rule and every difference of an import", () => {
    const known = english.get("transfer");
    const keys = [
      ...[...fileRuleCodes, ...Object.keys(polisRules)].map((rule) => `problem.rule.${rule}`),
      ...polisNoteCodes.map((code) => `report.difference.${code}`),
    ];
    expect(keys.filter((key) => !known?.has(key))).toEqual([]);
  });

  test("reads as a sentence with its values", () => {
    const values = { least: 2 };
    expect(reasonInEnglish({ code: "too-few-options", values })).toBe(
      "A decision needs at least 2 options.",
    );
  });
});

describe.each(["es", "zh-TW", "ar"])("texts in %s", (language) => {
  test("are there for all that is said in English", () => {
    const missing = filesOf("en")
      .filter((file) => !untranslated.has(file))
      .flatMap((file) => {
        const there = new Set(filesOf(language).includes(file) ? keysOf(read(language, file)) : []);
        const wanted = [...(english.get(file.replace(".json", "")) ?? [])];
        if (file === "ui.json") wanted.push(...spoken.keys());
        return wanted.filter((key) => !there.has(key)).map((key) => `${file} ${key}`);
      });
    expect(missing).toEqual([]);
  });

  test("have the gaps and tags of the English ones", () => {
    const wrong = filesOf(language).flatMap((file) => {
      const gaps = englishGaps(file);
      return textsOf(read(language, file)).filter(([key, text]) => {
        const wanted = gaps.get(key.replace(plural, "")) ?? [];
        const there = gapsOf(text);
        // "One", "two" and "none" may be said in words.
        const mayDrop = /_(zero|one|two)$/.test(key) ? 1 : 0;
        const isKnown = there.every((gap) => wanted.includes(gap));
        return !isKnown || wanted.length - there.length > mayDrop;
      });
    });
    expect(wrong).toEqual([]);
  });

  test("are all known in English too", () => {
    for (const file of filesOf(language)) {
      const known = english.get(file.replace(".json", "")) ?? new Set();
      const unknown = keysOf(read(language, file)).filter(
        (key) => !known.has(key) && !isSpoken(key),
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
