/** Storage may be switched off; then a choice lasts as long as the page. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(`folkmoot.${key}`);
  } catch {
    return null;
  }
}
export function write(key: string, value: string): void {
  try {
    localStorage.setItem(`folkmoot.${key}`, value);
  } catch {
    // See above.
  }
}

/** The chosen language, if one was chosen on this device. */
export const readLanguageChoice = () => read("language");
export const writeLanguageChoice = (language: string) => write("language", language);
