const burst = 60;
const perSecond = 20;
const forgottenAfterMs = 10_000;

interface Bucket {
  tokens: number;
  refilledAt: number;
}

/** Limits how many messages somebody sends, however many sockets they send them by. */
export function createPace(now: () => number = () => performance.now()) {
  const buckets = new Map<string, Bucket>();

  return {
    /** Whether somebody may send one more message now. */
    take(who: string): boolean {
      const at = now();
      const bucket = buckets.get(who) ?? { tokens: burst, refilledAt: at };
      const refilled = bucket.tokens + ((at - bucket.refilledAt) / 1_000) * perSecond;
      const tokens = Math.max(-burst, Math.min(burst, refilled) - 1);
      buckets.set(who, { tokens, refilledAt: at });
      return tokens >= 0;
    },
    /** Forgets who has been quiet for long enough to have all again. */
    tidy(): void {
      const before = now() - forgottenAfterMs;
      for (const [who, { refilledAt }] of buckets) if (refilledAt < before) buckets.delete(who);
    },
    get size(): number {
      return buckets.size;
    },
  };
}

export type Pace = ReturnType<typeof createPace>;
