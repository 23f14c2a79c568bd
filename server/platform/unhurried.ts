/** What came of the last time that something was worked out. */
interface Came<V> {
  readonly value: V;
  /** of what it was worked out from */
  readonly version: string;
}

interface Kept<V> {
  came: Came<V> | null;
  running: Promise<Came<V>> | null;
  /** until when it rests */
  until: number;
}

/** So long whoever asks waits for what is newer than what is there. */
const patienceMs = 1_000;
/** After it ran it rests for so many times as long: it may be large, and people may change it with every breath. */
const restTimes = 2;
const mostKept = 1_000;

/**
 * Works out what many ask for and what may take long: for each key one at a time, not again while what it goes by is
 * as it was, and never more than a third of the time. Whoever asks meanwhile gets what there is, and is told so.
 */
export function unhurried<V>(load: (key: string) => Promise<V>) {
  const kept = new Map<string, Kept<V>>();

  function begin(key: string, one: Kept<V>, version: string): Promise<Came<V>> {
    const start = performance.now();
    const rest = () => {
      const now = performance.now();
      one.running = null;
      one.until = now + (now - start) * restTimes;
    };
    one.running = load(key)
      .then((value) => (one.came = { value, version }))
      .finally(rest);
    // Whoever waits for it hears of it; nobody may.
    one.running.catch(() => undefined);
    return one.running;
  }

  function entryOf(key: string): Kept<V> {
    const known = kept.get(key);
    if (known) return known;
    for (const [other, { running }] of kept) {
      if (kept.size < mostKept) break;
      if (!running) kept.delete(other);
    }
    const one: Kept<V> = { came: null, running: null, until: 0 };
    kept.set(key, one);
    return one;
  }

  return {
    /** @param version differs whenever what it goes by does */
    async get(key: string, version: string): Promise<{ value: V; isBehind: boolean }> {
      const one = entryOf(key);
      const { came } = one;
      if (came?.version === version) return { value: came.value, isBehind: false };
      const isResting = one.until > performance.now();
      if (came && isResting) return { value: came.value, isBehind: true };
      const running = one.running ?? begin(key, one, version);
      const found = came ? await Promise.race([running, waitFor(came)]) : await running;
      return { value: found.value, isBehind: found.version !== version };
    },
  };
}

const waitFor = <T>(value: T): Promise<T> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(value), patienceMs).unref();
  });
