/*
 * Finds words of a list in a text, whole words only, whatever their case, accents and width: "Résumé" is found by
 * "resume". Where a script sets no spaces between words, as Chinese, a word is found wherever it stands.
 */

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();

const isSpaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{N}]$/u;
const isOfWord = (character: string | undefined) =>
  character !== undefined && isSpaced.test(character);

function holds(text: string, word: string): boolean {
  if (word === "") return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const goesOnBefore = isOfWord(word[0]) && isOfWord(text[at - 1]);
    const goesOnAfter = isOfWord(word.at(-1)) && isOfWord(text[at + word.length]);
    if (!goesOnBefore && !goesOnAfter) return true;
  }
  return false;
}

/** Those of a list that a text uses. */
export function wordsIn<W extends { readonly word: string }>(
  text: string,
  list: readonly W[],
): W[] {
  const said = plain(text);
  return list.filter(({ word }) => holds(said, plain(word).trim()));
}
