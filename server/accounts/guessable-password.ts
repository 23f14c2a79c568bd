import { commonPasswords } from "./common-passwords.ts";

/** Words that anybody would try here. */
const here = ["folkmoot", "moot", "community", "communities", "debate", "decision", "voting"];

const sequences = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiop[]",
  "asdfghjkl;'",
  "zxcvbnm,./",
  "qwertzuiop",
  "yxcvbnm",
  "azertyuiop",
  "qsdfghjklm",
  "wxcvbn",
  "!@#$%^&*()_+",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p",
  "qazwsxedcrfvtgbyhnujmikolp",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "a1b2c3d4e5f6g7h8i9j0",
  "1a2b3c4d5e6f7g8h9i0j",
  "qawsedrftgyhujikolp",
  "azsxdcfvgbhnjmk",
  "1qa2ws3ed4rf5tg6yh7uj8ik9ol",
  "12qw34er56ty78ui90op",
  "1a2s3d4f5g6h7j8k9l",
  "a1s2d3f4g5h6j7k8l9",
  "z1x2c3v4b5n6m7",
  "qazxswedcvfrtgbnhyujm",
  "zaqwsxcderfvbgtyhnmju",
  "qwaszxerdfcvtyghbnuijkm",
  "147258369",
  "159357",
];
const walks = sequences.flatMap((line) => [line, Array.from(line).toReversed().join("")]);

/** Which letter a character stands for in "p@$$w0rd". */
const lookalikes = new Map(
  Object.entries({
    "0": "o",
    "1": "i",
    "!": "i",
    "|": "l",
    "3": "e",
    "4": "a",
    "@": "a",
    "5": "s",
    $: "s",
    "6": "g",
    "7": "t",
    "+": "t",
    "8": "b",
    "9": "g",
  }),
);

/** What the parts of a good password are worth together: three words, or six letters of no word. */
const enough = 3;
const worth = { ownWord: 0.5, word: 1, walk: 0.8, repeat: 0.3, letter: 0.5, otherCharacter: 0.16 };
const longestPart = 30;
/** Whoever has not earned enough in so many characters is repeating something. */
const longestLooked = 64;

/**
 * Whether a password can be guessed by putting together what is common: words of the list, the
 * person's own words or this place's, runs of keys, repetitions, numbers and years. Three words
 * that have nothing to do with each other pass, and so do letters that are no words.
 * @param about what others know of the person: name, mail address
 */
export function isGuessable(password: string, about: readonly string[]): boolean {
  const own = new Set([...here, ...about.flatMap(wordsOf)]);
  const whole = password.toLowerCase();
  // What comes three times and more is worth no more than twice.
  const short = whole.replace(/(.{1,30}?)\1{2,}/gu, "$1$1");
  return [whole, short].some((text) => {
    const looked = Array.from(text).slice(0, longestLooked);
    return leastWorth(looked, own) < enough;
  });
}

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return [...words, words.join("")].filter((word) => Array.from(word).length >= 3);
}

/** The worth of the cheapest way to put the text together. */
function leastWorth(characters: readonly string[], own: ReadonlySet<string>): number {
  const least = [0];
  for (let end = 1; end <= characters.length; end += 1) {
    let best = Number.POSITIVE_INFINITY;
    for (let start = Math.max(0, end - longestPart); start < end; start += 1) {
      const before = least[start] ?? 0;
      if (before >= best) continue;
      best = Math.min(best, before + worthOf(characters.slice(start, end), own));
    }
    least.push(best);
  }
  return least.at(-1) ?? 0;
}

function worthOf(characters: readonly string[], own: ReadonlySet<string>): number {
  const part = characters.join("");
  if (characters.length === 1) return /\p{L}/u.test(part) ? worth.letter : worth.otherCharacter;
  if (characters.length < 3) return Number.POSITIVE_INFINITY;
  const repeated = /^(.{1,15}?)\1+$/u.exec(part)?.[1];
  if (repeated !== undefined) return leastWorth(Array.from(repeated), own) + worth.repeat;
  if (walks.some((line) => line.includes(part))) return worth.walk;
  const spellings = spellingsOf(part);
  if (spellings.some((word) => own.has(word))) return worth.ownWord;
  if (spellings.some((word) => commonPasswords.has(word))) return worth.word;
  return Number.POSITIVE_INFINITY;
}

/** As it is, with letters in place of lookalikes (a 1 is an i or an l), and each backwards. */
function spellingsOf(part: string): string[] {
  const spellings = [part, unmasked(part), unmasked(part.replaceAll("1", "l"))];
  return [...spellings, ...spellings.map((one) => Array.from(one).toReversed().join(""))];
}

function unmasked(part: string): string {
  return part.replace(/[^\p{L}]/gu, (character) => lookalikes.get(character) ?? character);
}
