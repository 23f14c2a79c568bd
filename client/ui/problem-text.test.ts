import i18next from "i18next";
import { describe, expect, it } from "vitest";
import spanish from "../locales/es/ui.json" with { type: "json" };
import english from "../locales/en/ui.json" with { type: "json" };
import { reasonInWords } from "./problem-text.ts";

async function wordsIn(lng: string) {
  const texts = i18next.createInstance();
  await texts.init({
    lng,
    defaultNS: "ui",
    resources: { en: { ui: english }, es: { ui: spanish } },
    interpolation: { escapeValue: false },
  });
  return texts.t;
}

describe("why a request was refused", () => {
  const detail = "A debate that is in draft does not go to voting.";
  const reason = { code: "move-no-way" as const, values: { phase: "draft", to: "voting" } };

  it("is said in the reader's language, phases too", async () => {
    expect(reasonInWords({ detail, reason }, await wordsIn("es"))).toBe(
      "Un debate que está en «Borrador» no pasa a «Votación».",
    );
  });

  it("is said as the server says it in English, and where there is no code", async () => {
    expect(reasonInWords({ detail, reason }, await wordsIn("en"))).toBe(detail);
    expect(reasonInWords({ detail }, await wordsIn("es"))).toBe(detail);
  });
});
