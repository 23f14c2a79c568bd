/*
 * Sentences of made-up words, spread as in any language: few words come again and again, most hardly ever
 * (Zipf's law). The same ones in every run.
 */

export type Tongue = "en" | "zh-TW" | "ar";

let state = 7;
/** A linear congruential generator (Park and Miller, 1988): chance that repeats itself. */
function chance(): number {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
}

const between = (least: number, most: number) => least + Math.floor(chance() * (most - least + 1));
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
/** The first of a list far more often than the last. */
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(list.length * chance() ** 3)] as T;
const anyOf = <T>(list: readonly T[]): T => list[between(0, list.length - 1)] as T;

interface Language {
  /** Words that hold sentences together, and how many of all words they are. */
  readonly small: readonly string[];
  readonly smallShare: number;
  readonly word: () => string;
  readonly space: string;
}

const consonants = "b c d f g h k l m n p r s t v w z th st ch pr tr".split(" ");
const vowels = "a e i o u ea io ou".split(" ");
const endings = ["", "", "s", "ing", "ed", "er", "ity", "al"];
const arabic = Array.from("بتجحخدرزسشصطعفقكلمنهوي");
const han = times(1_800, () => String.fromCodePoint(0x4e_00 + between(0, 8_000)));

const languages: Record<Tongue, Language> = {
  en: {
    small:
      "the of and to in a is that for it as with be on by this are not have from they which".split(
        " ",
      ),
    smallShare: 0.4,
    word: () =>
      times(between(1, 3), () => anyOf(consonants) + anyOf(vowels)).join("") + anyOf(endings),
    space: " ",
  },
  "zh-TW": {
    small: "的 是 不 應該 我們 在 有 和 以 對 為 可以 就 也 都 會 這 個 要 人".split(" "),
    smallShare: 0.3,
    word: () => oneOf(han) + oneOf(han),
    space: "",
  },
  ar: {
    small: "في من على أن إلى هذا التي لا ما عن مع كل يجب كان بين أو الذي هو ذلك".split(" "),
    smallShare: 0.35,
    word: () => (chance() < 0.4 ? "ال" : "") + times(between(3, 5), () => anyOf(arabic)).join(""),
    space: " ",
  },
};

/** So many sentences, in these languages by turns. */
export function manySentences(count: number, tongues: readonly Tongue[]): string[] {
  const words = new Map(
    [...new Set(tongues)].map((tongue) => [tongue, times(5_000, languages[tongue].word)]),
  );
  return Array.from({ length: count }, (_, n) => {
    const tongue = tongues[n % tongues.length] as Tongue;
    const { small, smallShare, space } = languages[tongue];
    const word = () => oneOf(chance() < smallShare ? small : (words.get(tongue) ?? []));
    return times(between(8, 20), word).join(space);
  });
}
