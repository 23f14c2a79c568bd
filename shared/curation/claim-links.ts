/*
 * A text leads to a claim by a link of Markdown with an address of its own kind: `[words](claim:<id>)`. Any reader of
 * Markdown shows the words, and an import that gives claims new ids can find and change it.
 */

const link = /\[((?:\\.|[^\]\\])*)\]\(claim:([0-9a-z-]{1,36})\)/giu;

/** The text with each link to a claim replaced. `id` is in small letters, and of any claim or none. */
export function replaceClaimLinks(text: string, by: (words: string, id: string) => string): string {
  return text.replaceAll(link, (_link, words: string, id: string) => by(words, id.toLowerCase()));
}

/** A link to a claim; what is Markdown in the words stands there as it is. */
export function claimLink(words: string, id: string): string {
  const plain = words.replaceAll(/[\\`*_[\]<>]/g, "\\$&").replaceAll(/\s+/gu, " ");
  return `[${plain}](claim:${id})`;
}
