import i18next, { type BackendModule, type ResourceKey } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "#shared/contract/phases.ts";
import { readLanguageChoice, writeLanguageChoice } from "../lib/preferences.ts";
import enApp from "../locales/en/app.json" with { type: "json" };
import enUi from "../locales/en/ui.json" with { type: "json" };

/** Each language by its own name. */
export const languageNames: Record<Language, string> = {
  en: "English",
  es: "Español",
  "zh-TW": "繁體中文",
  ar: "العربية",
};
export const languages = Object.keys(languageNames) as Language[];
export const isRightToLeft = (language: string) => language === "ar";

const files = import.meta.glob<{ default: ResourceKey }>([
  "../locales/*/*.json",
  "!../locales/en/{ui,app}.json",
]);

/** Texts come file by file, when a page needs them. */
const backend: BackendModule = {
  type: "backend",
  init: () => undefined,
  read(language, namespace, done) {
    const load = files[`../locales/${language}/${namespace}.json`];
    if (!load) return done(null, {});
    load().then(
      (module) => done(null, module.default),
      (error: Error) => done(error, null),
    );
  },
};

/** The first language that we have among those that the reader wants. */
export function pickLanguage(wanted: readonly (string | null)[]): Language {
  for (const tag of wanted) {
    const exact = languages.find((language) => language.toLowerCase() === tag?.toLowerCase());
    const near = languages.find((language) => language.split("-")[0] === tag?.split("-")[0]);
    if (exact ?? near) return exact ?? near ?? "en";
  }
  return "en";
}

function applyLanguage(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = isRightToLeft(language) ? "rtl" : "ltr";
}

/** Starts in the chosen language, else in the browser's, else in English. */
export async function startI18n(): Promise<void> {
  i18next.on("languageChanged", applyLanguage);
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: pickLanguage([readLanguageChoice(), ...navigator.languages]),
      fallbackLng: "en",
      ns: ["ui", "app"],
      defaultNS: "app",
      resources: { en: { ui: enUi, app: enApp } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}

export async function chooseLanguage(language: Language): Promise<void> {
  writeLanguageChoice(language);
  await i18next.changeLanguage(language);
}

/** The account's language, on a device where none was chosen. */
export async function suggestLanguage(language: Language): Promise<void> {
  if (readLanguageChoice() === null) await i18next.changeLanguage(language);
}
