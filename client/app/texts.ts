import type { ResourceKey } from "i18next";

const files = import.meta.glob<{ default: ResourceKey }>([
  "../locales/*/*.json",
  "!../locales/en/{ui,app}.json",
]);

/** The texts of one file of a language; it is fetched once. */
export async function loadTexts(language: string, name: string): Promise<ResourceKey> {
  const load = files[`../locales/${language}/${name}.json`];
  return load ? (await load()).default : {};
}
