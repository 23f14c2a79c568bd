/** Storage may be switched off or full; then what is kept lasts as long as the page. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

export const read = (key: string): string | null =>
  attempt(() => localStorage.getItem(`folkmoot.${key}`)) ?? null;

export function write(key: string, value: string): void {
  attempt(() => localStorage.setItem(`folkmoot.${key}`, value));
}

/** The chosen language, if one was chosen on this device. */
export const readLanguageChoice = () => read("language");
export const writeLanguageChoice = (language: string) => write("language", language);
