/*
 * How likely a text is spam, by the words that it has in common with texts on which moderators have decided: P. Graham,
 * A Plan for Spam (2002), with the degree of belief in a word of G. Robinson, A Statistical Approach to the Spam Problem
 * (Linux Journal 107, 2003): of words that are rarely seen little is believed. Only + - * / are used, so that every
 * engine gives the same figures.
 */

/** How many texts of each kind. */
export interface Counts {
  readonly spam: number;
  readonly fine: number;
}

/** What is learned so far. */
export interface Learned {
  readonly examples: Counts;
  /** In how many of these a word occurs; absent where in none. */
  readonly words: ReadonlyMap<string, Counts>;
}

/** So many examples of each kind are needed before anything is said. */
export const fewestExamples = 10;

/** Robinson's s and x: an unseen word weighs as much as one example that says nothing. */
const strength = 1;
const assumed = 0.5;
/** Graham looks at the fifteen words that lie furthest from saying nothing; the nearest say nothing at all. */
const mostTelling = 15;
const leastTelling = 0.1;

export interface TellingWord extends Counts {
  readonly word: string;
  /** How likely a text with this word alone is spam, between 0 and 1. */
  readonly probability: number;
}

export type Estimate =
  | { readonly kind: "too-few"; readonly examples: Counts; readonly needed: number }
  | {
      readonly kind: "estimate";
      readonly examples: Counts;
      /** Between 0 and 1. */
      readonly probability: number;
      /** What it would be without one of the words, whichever: where these lie apart, it hangs by a single word. */
      readonly low: number;
      readonly high: number;
      /** The words that weighed, the most telling first. */
      readonly words: TellingWord[];
    };

function refuseMisuse({ spam, fine }: Counts): void {
  if ([spam, fine].some((count) => !Number.isSafeInteger(count) || count < 0)) {
    throw new RangeError("examples are counted in whole numbers");
  }
}

function probabilityOf({ spam, fine }: Counts, examples: Counts): number {
  const inSpam = spam / examples.spam;
  const inFine = fine / examples.fine;
  const seen = spam + fine;
  const naive = seen === 0 ? assumed : inSpam / (inSpam + inFine);
  return (strength * assumed + seen * naive) / (strength + seen);
}

/** Graham's combination of independent probabilities, each between 0 and 1 and neither. */
export function combine(probabilities: readonly number[]): number {
  let spam = 1;
  let fine = 1;
  for (const probability of probabilities) {
    spam *= probability;
    fine *= 1 - probability;
  }
  return spam / (spam + fine);
}

const distance = ({ probability }: TellingWord): number => Math.abs(probability - assumed);
const inOrder = (a: TellingWord, b: TellingWord): number =>
  distance(b) - distance(a) || (a.word < b.word ? -1 : 1);

/**
 * How likely a text with these words is spam.
 * @throws RangeError where the counts are none
 */
export function estimate(words: readonly string[], learned: Learned): Estimate {
  const { examples } = learned;
  refuseMisuse(examples);
  if (Math.min(examples.spam, examples.fine) < fewestExamples) {
    return { kind: "too-few", examples, needed: fewestExamples };
  }
  const telling = [...new Set(words)]
    .flatMap((word): TellingWord[] => {
      const counts = learned.words.get(word);
      return counts ? [{ word, ...counts, probability: probabilityOf(counts, examples) }] : [];
    })
    .filter((word) => distance(word) >= leastTelling)
    .toSorted(inOrder)
    .slice(0, mostTelling);
  const all = telling.map(({ probability }) => probability);
  const probability = combine(all);
  const withoutOne = all.map((_, at) => combine(all.toSpliced(at, 1)));
  return {
    kind: "estimate",
    examples,
    probability,
    low: Math.min(probability, ...withoutOne),
    high: Math.max(probability, ...withoutOne),
    words: telling,
  };
}
