import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "#shared/contract/phases.ts";
import { readLanguageChoice, writeLanguageChoice } from "../lib/stored.ts";
import enApp from "../locales/en/app.json" with { type: "json" };
import enUi from "../locales/en/ui.json" with { type: "json" };
import { isolatedWithin } from "../ui/isolated.ts";
import { wantedLanguage } from "./language.ts";
import { loadTexts } from "./texts.ts";

export { languageNames, languages } from "./language.ts";

export const isRightToLeft = (language: string) => language === "ar";

/** Texts come file by file, when a page needs them. */
const backend: BackendModule = {
  type: "backend",
  init: () => undefined,
  read(language, namespace, done) {
    loadTexts(language, namespace).then(
      (texts) => done(null, texts),
      (error: Error) => done(error, null),
    );
  },
};

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
      lng: wantedLanguage(),
      fallbackLng: "en",
      ns: ["ui", "app"],
      defaultNS: "app",
      resources: { en: { ui: enUi, app: enApp } },
      partialBundledLanguages: true,
      // React escapes what it shows; what is left to do is that names of people move nothing in a sentence.
      interpolation: { escape: (text) => isolatedWithin(text, isRightToLeft(i18next.language)) },
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
