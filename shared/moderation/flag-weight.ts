/*
 * How much a flag weighs: the mean of the posterior Beta(1 + agreed, 1 + disagreed) of its maker being right, from a
 * uniform prior. This is Laplace's rule of succession (Laplace, Essai philosophique sur les probabilités, 1814): who is
 * new weighs one half, nobody ever weighs nothing or one whole. So no record, however long, outweighs two newcomers.
 */

export interface TrackRecord {
  /** Flags on which the final decision was to act. */
  readonly agreed: number;
  /** Flags on which it was not to. */
  readonly disagreed: number;
}

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

function fractionOf({ agreed, disagreed }: TrackRecord): Fraction {
  if (!isCount(agreed) || !isCount(disagreed)) throw new RangeError("a record is of whole numbers");
  return { over: BigInt(agreed) + 1n, under: BigInt(agreed) + BigInt(disagreed) + 2n };
}

const isCount = (count: number) => Number.isSafeInteger(count) && count >= 0;

const add = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});

const sum = (records: readonly TrackRecord[]): Fraction =>
  records.map(fractionOf).reduce(add, { over: 0n, under: 1n });

/** The weight of one flag, between 0 and 1. */
export function flagWeight(record: TrackRecord): number {
  const { over, under } = fractionOf(record);
  return Number(over) / Number(under);
}

/** What flags weigh together, in thousandths, rounded down. */
export function totalWeight(records: readonly TrackRecord[]): number {
  const { over, under } = sum(records);
  return Number((over * 1_000n) / under);
}

/** Whether flags weigh together at least a threshold, which is in thousandths; counted exactly. */
export function reaches(threshold: number, records: readonly TrackRecord[]): boolean {
  const { over, under } = sum(records);
  return over * 1_000n >= BigInt(threshold) * under;
}
