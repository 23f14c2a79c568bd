import { hashText } from "#shared/counting/lot-order.ts";
import { canonicalJson } from "#shared/merkle/canonical-json.ts";

/** One of those who can be drawn, with what the draw is stratified by. */
export interface PoolEntry {
  /** Says nothing of who it is until its salt is told; see `pseudonymOf`. */
  readonly pseudonym: string;
  /** Whether somebody came in the earlier or the later half of those who can be drawn. */
  readonly tenure: "earlier" | "later";
  /** The opinion group; null where there are none. */
  readonly group: string | null;
}

/** A case at one of its levels: the first jury, then the larger ones that it is appealed to. */
export interface CaseLevel {
  readonly disputeId: string;
  readonly level: number;
}

interface Named extends CaseLevel {
  readonly salt: string;
  readonly memberId: string;
}

/**
 * What a member is called in one draw: a salted commitment. Whoever published it before the draw can't say
 * afterwards that it stood for somebody else, and nobody reads from it who it is until the salt is told.
 */
export const pseudonymOf = ({ salt, disputeId, level, memberId }: Named): string =>
  hashText(canonicalJson(["juror", disputeId, level, memberId, salt]));

/** The pool in the one order that everybody hashes it in. */
export const inCanonicalOrder = (pool: readonly PoolEntry[]): PoolEntry[] =>
  pool.toSorted((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1));

/** SHA-256 of the canonical JSON of the pool in its order. */
export const hashPool = (pool: readonly PoolEntry[]): string =>
  hashText(
    canonicalJson(
      inCanonicalOrder(pool).map(({ pseudonym, tenure, group }) => ({ pseudonym, tenure, group })),
    ),
  );

interface Comer {
  readonly id: string;
  readonly since: number;
}

/** Who of these came in the earlier half, by when they came and then by id. */
export function earlierHalf(comers: readonly Comer[]): ReadonlySet<string> {
  const inOrder = comers.toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
  return new Set(inOrder.slice(0, Math.ceil(inOrder.length / 2)).map(({ id }) => id));
}
