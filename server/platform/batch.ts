interface Waiting<I, O> {
  readonly item: I;
  resolve(output: O): void;
  reject(error: unknown): void;
}

export interface BatchOptions {
  /** Most items in one run. */
  readonly max?: number;
  /** How many runs may be under way at once. */
  readonly lanes?: number;
}

/**
 * Lets calls that arrive close together share one run (one statement, one commit). `run` gets the
 * items in order of arrival and answers in the same order. While a run is under way newcomers wait
 * for the next, so that load makes batches larger instead of queues longer. When a run fails, its
 * items run one by one, so that only the faulty one is refused.
 */
export function createBatch<I, O>(
  run: (items: readonly I[]) => Promise<readonly O[]>,
  { max = 500, lanes = 2 }: BatchOptions = {},
): (item: I) => Promise<O> {
  let waiting: Waiting<I, O>[] = [];
  let busy = 0;
  let scheduled = false;

  async function settle(batch: readonly Waiting<I, O>[]): Promise<void> {
    try {
      const outputs = await run(batch.map(({ item }) => item));
      if (outputs.length !== batch.length) throw new Error("a batch must answer every item");
      for (const [index, { resolve }] of batch.entries()) resolve(outputs[index] as O);
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await settle([one]);
    }
  }

  function flush(): void {
    scheduled = false;
    while (waiting.length > 0 && busy < lanes) {
      const batch = waiting.slice(0, max);
      waiting = waiting.slice(max);
      busy += 1;
      void settle(batch).finally(() => {
        busy -= 1;
        schedule();
      });
    }
  }

  /** Not at once: what has come in meanwhile, and what the answers just given lead to, goes along. */
  function schedule(): void {
    if (scheduled || busy >= lanes || waiting.length === 0) return;
    scheduled = true;
    setImmediate(flush);
  }

  return (item) =>
    new Promise<O>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      schedule();
    });
}
