/** A source of numbers that only depends on its seed. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
}

/**
 * The generator sfc32 (Chris Doty-Humphrey, PractRand), whose state is a hash of the seed's characters (FNV-1a, once
 * for each word of the state). Good for inventing a demo, not for secrets.
 */
export function seededRandom(seed: string): Random {
  const state = [1, 2, 3, 4].map((word) => hash(`${word} ${seed}`));
  let [a = 0, b = 0, c = 0, counter = 0] = state;
  const step = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 16; warmUp += 1) step();
  return { next: () => step() / 2 ** 32 };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value | 0;
}

export const chance = (random: Random, share: number): boolean => random.next() < share;

export const between = (random: Random, [low, high]: readonly [number, number]): number =>
  low + random.next() * (high - low);

/** Around 0, most often between -1 and 1, never beyond ±1.5: the sum of three even draws. */
export const noise = (random: Random): number =>
  random.next() + random.next() + random.next() - 1.5;

/** One of the things, each as likely as its weight is large. */
export function pickWeighted<T>(
  random: Random,
  things: readonly T[],
  weight: (thing: T) => number,
): T {
  const weights = things.map(weight);
  let left = random.next() * weights.reduce((sum, one) => sum + one, 0);
  for (const [at, thing] of things.entries()) {
    left -= weights[at] ?? 0;
    if (left < 0) return thing;
  }
  const last = things.at(-1);
  if (last === undefined) throw new RangeError("nothing to pick from");
  return last;
}

/** All of them in a random order (Fisher and Yates). */
export function shuffled<T>(random: Random, things: readonly T[]): T[] {
  const left = [...things];
  const order: T[] = [];
  while (left.length > 0) order.push(...left.splice(Math.floor(random.next() * left.length), 1));
  return order;
}
