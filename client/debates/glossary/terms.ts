/** A piece of a text; `meaning` where it is a defined word. */
export interface Piece {
  readonly text: string;
  readonly meaning?: string;
}

interface Term {
  readonly term: string;
  readonly text: string;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Scripts that do without spaces have no ends of words to look for. */
const bounded = (term: string) => {
  const start = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(term);
  const end = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(term);
  return `${start ? "" : String.raw`(?<![\p{L}\p{N}])`}${escaped(term)}${end ? "" : String.raw`(?![\p{L}\p{N}])`}`;
};

/** Cuts texts at the words that a debate has defined: the longest first, each marked once in a text. */
export function cutter(terms: readonly Term[]): (text: string) => Piece[] {
  if (terms.length === 0) return (text) => [{ text }];
  const meanings = new Map(terms.map(({ term, text }) => [term.toLowerCase(), text]));
  const longestFirst = terms.map(({ term }) => term).toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(bounded).join("|"), "giu");
  return (text) => {
    const pieces: Piece[] = [];
    const marked = new Set<string>();
    let from = 0;
    for (const { 0: word, index } of text.matchAll(pattern)) {
      const key = word.toLowerCase();
      const meaning = meanings.get(key);
      if (meaning === undefined || marked.has(key)) continue;
      marked.add(key);
      if (index > from) pieces.push({ text: text.slice(from, index) });
      pieces.push({ text: word, meaning });
      from = index + word.length;
    }
    if (from < text.length) pieces.push({ text: text.slice(from) });
    return pieces;
  };
}
