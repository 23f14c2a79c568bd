/*
 * Finding words in texts of any script, without regard to case and accents: Unicode compatibility
 * decomposition without marks (UAX #15, UTR #30's idea of folding), and what that leaves apart though
 * readers take it for the same: letters with strokes, the forms of Arabic letters, and digits.
 * Chinese needs no word breaks: a word is found wherever it stands in a text.
 */

const alike: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ς: "σ",
  // Arabic: alef maqsura and yeh, teh marbuta and heh, wasla; the stretching stroke says nothing.
  ى: "ي",
  ی: "ي",
  ة: "ه",
  ٱ: "ا",
  ک: "ك",
  "\u0640": "",
};
const plain = /^[\u0020-\u007E]*$/;
const marks = /\p{M}/gu;
const special = new RegExp(`[${Object.keys(alike).join("")}]|(?![0-9])\\p{Nd}`, "gu");

/** Digits of every script have their values in order, each script from its zero. */
function asDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  for (let zero = code; zero > code - 10; zero -= 1) {
    if (!/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) return String(code - zero);
  }
  // Mathematical digits stand in rows without a gap; they have been decomposed before.
  return character;
}

const unlike = (character: string): string => alike[character] ?? asDigit(character);

/** A text as it is compared: `Ünlü` and `unlu`, `ＡＩ` and `ai`, `إنّ` and `ان` become the same. */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  // Twice: what is taken apart can have capitals in it.
  const lower = text.toLowerCase().normalize("NFKD").toLowerCase().normalize("NFKD");
  return lower.replaceAll(marks, "").replaceAll(special, unlike);
}

/** The words that are looked for. */
export function wordsOf(query: string): string[] {
  return [...new Set(fold(query).split(/\s+/u).filter(Boolean))];
}

/** Whether all words occur in a folded text. */
export const hasAll = (folded: string, words: readonly string[]): boolean =>
  words.every((word) => folded.includes(word));

/** A part of a text, found or not. */
export interface Part {
  readonly text: string;
  readonly isFound: boolean;
}

/** A text in parts: where one of the words stands, and what is between. Together they are the text. */
export function partsOf(text: string, words: readonly string[]): Part[] {
  const found = foundIn(text, words);
  const parts: Part[] = [];
  for (const [at, character] of Array.from(text).entries()) {
    const isFound = found[at] === true;
    const last = parts.at(-1);
    if (last?.isFound === isFound)
      parts[parts.length - 1] = { text: last.text + character, isFound };
    else parts.push({ text: character, isFound });
  }
  return parts;
}

/** For each character of a text, whether it belongs to one of the words. */
function foundIn(text: string, words: readonly string[]): boolean[] {
  const characters = Array.from(text, fold);
  const folded = characters.join("");
  const hits = new Uint8Array(folded.length);
  for (const word of words) {
    if (word === "") continue;
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
      hits.fill(1, at, at + word.length);
    }
  }
  let end = 0;
  let before = false;
  return characters.map((character) => {
    const start = end;
    end += character.length;
    // A mark goes with the letter that it is set on.
    before = character === "" ? before : hits.subarray(start, end).includes(1);
    return before;
  });
}
