/** The name of a language in another one; its tag where that has no name for it. */
export function spokenName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(tag) ?? tag;
  } catch {
    // An address can name what is no language.
    return tag;
  }
}
