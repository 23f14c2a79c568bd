import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { phases } from "#shared/contract/phases.ts";
import { methodIds } from "#shared/voting/index.ts";
import { steps } from "../debates/tour/tour.ts";
import texts from "../locales/en/help.json" with { type: "json" };
import debates from "../locales/en/debates.json" with { type: "json" };

const page = readFileSync(new URL("help-page.tsx", import.meta.url), "utf8");
const shortcuts = readFileSync(
  new URL("../debates/outline/shortcuts-dialog.tsx", import.meta.url),
  "utf8",
);

describe("the help says what there is", () => {
  it.each(phases)("of the phase %s", (phase) => {
    expect(texts.phases[phase]).toMatch(/\w+/);
  });

  it.each(methodIds)("of the voting method %s", (method) => {
    expect(Object.keys(texts.methods)).toContain(method);
    expect(page).toContain(`"${method}"`);
  });

  it("of every letter that does something in an outline", () => {
    const table = shortcuts.slice(0, shortcuts.indexOf("inFocus"));
    const letters = [...table.matchAll(/\["([a-z])(?: ([a-z]))?", "\w+"\]/g)].flatMap(
      ([, first, second]) => [first, second].filter((letter) => letter !== undefined),
    );
    expect(letters.length).toBeGreaterThan(8);
    for (const letter of letters) expect(texts.keys.text).toMatch(new RegExp(`\\b${letter}\\b`));
  });

  it.each(steps)(
    "of the tour's step %s, in no more words than one reads while pointing",
    (step) => {
      const { title, text } = debates.tour[step];
      expect(title.length).toBeLessThan(50);
      expect(text.split(" ").length).toBeLessThan(50);
    },
  );

  it("in a minute of reading at most: the whole tour has fewer than two hundred words", () => {
    const words = steps.map((step) => debates.tour[step]).flatMap(({ text }) => text.split(" "));
    expect(words.length).toBeLessThan(200);
  });
});
