import type { Language } from "#shared/contract/phases.ts";
import { readLanguageChoice } from "../lib/stored.ts";

/** Each language by its own name. */
export const languageNames: Record<Language, string> = {
  en: "English",
  es: "Español",
  "zh-TW": "繁體中文",
  ar: "العربية",
};
export const languages = Object.keys(languageNames) as Language[];

/** The first language that we have among those that the reader wants. */
function pickLanguage(wanted: readonly (string | null)[]): Language {
  for (const tag of wanted) {
    const exact = languages.find((language) => language.toLowerCase() === tag?.toLowerCase());
    const near = languages.find((language) => language.split("-")[0] === tag?.split("-")[0]);
    if (exact ?? near) return exact ?? near ?? "en";
  }
  return "en";
}

/** The chosen language, else the browser's, else English. */
export const wantedLanguage = (): Language =>
  pickLanguage([readLanguageChoice(), ...navigator.languages]);
