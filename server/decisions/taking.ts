import type { Db } from "#db/client.ts";
import { createBatch } from "../platform/batch.ts";
import { findKeys, type UsedKey } from "../platform/key-store.ts";
import { sqlState } from "../platform/problem.ts";
import { type CastRow, type NewBallot, takeBallots } from "./take-store.ts";

/** What became of a ballot, or what was asked before with its key, and came of it. */
export type Cast =
  | { readonly used: UsedKey; readonly row: null }
  | { readonly used: null; readonly row: CastRow };

const attempts = 4;
/** A row was there already, or two statements got in each other's way. */
const mayPass: readonly string[] = ["23505", "40001", "40P01"];

/** Ballots that arrive together share one statement and one commit; each is answered after it. */
export function createTaking(db: Db, isSecret: boolean) {
  return createBatch((given: readonly NewBallot[]) => takeInTurn(db, given, isSecret));
}

/** Of one voter, and with one key, one at a time, in the order in which they came. */
async function takeInTurn(db: Db, given: readonly NewBallot[], isSecret: boolean): Promise<Cast[]> {
  const [first, later] = firstOfEach(given);
  const casts = new Map<NewBallot, Cast>();
  const keep = (some: readonly NewBallot[], answers: readonly Cast[]) =>
    some.forEach((one, at) => answers[at] && casts.set(one, answers[at]));
  keep(first, await takeOnce(db, first, { isSecret, attempts }));
  if (later.length > 0) keep(later, await takeInTurn(db, later, isSecret));
  return given.flatMap((one) => casts.get(one) ?? []);
}

function firstOfEach(given: readonly NewBallot[]): [NewBallot[], NewBallot[]] {
  const seen = new Set<string>();
  const first: NewBallot[] = [];
  const later: NewBallot[] = [];
  for (const one of given) {
    const { decisionId, voterId, once } = one;
    const marks = [`${decisionId} ${voterId}`, ...(once ? [`${once.accountId} ${once.key}`] : [])];
    (marks.some((mark) => seen.has(mark)) ? later : first).push(one);
    for (const mark of marks) seen.add(mark);
  }
  return [first, later];
}

interface Trying {
  readonly isSecret: boolean;
  readonly attempts: number;
}

/**
 * Takes what was not taken before. Keys are looked for where something was refused, as what comes again after voting
 * has ended is, or where the statement failed, of which nothing remains then: the rest can simply try again.
 */
async function takeOnce(
  db: Db,
  given: readonly NewBallot[],
  { isSecret, attempts: left }: Trying,
): Promise<Cast[]> {
  if (given.length === 0) return [];
  try {
    const rows = await takeBallots(db, given, { isSecret });
    const used = await usedKeys(
      db,
      given.filter((_, at) => rows[at]?.revision === null),
    );
    return rows.map((row) => castOf(used.get(row.nonce), row));
  } catch (error) {
    if (left <= 1 || !mayPass.includes(sqlState(error) ?? "")) throw error;
    const used = await usedKeys(db, given);
    const rest = given.filter(({ nonce }) => !used.has(nonce));
    const casts = await takeOnce(db, rest, { isSecret, attempts: left - 1 });
    return given.flatMap((one) => {
      const before = used.get(one.nonce);
      return before ? { used: before, row: null } : (casts[rest.indexOf(one)] ?? []);
    });
  }
}

const castOf = (used: UsedKey | undefined, row: CastRow): Cast =>
  used ? { used, row: null } : { used: null, row };

/** What was asked with the keys of these ballots before, by nonce. */
async function usedKeys(db: Db, given: readonly NewBallot[]): Promise<Map<string, UsedKey>> {
  const keyed = given.flatMap(({ nonce, once }) => (once ? [{ nonce, once }] : []));
  if (keyed.length === 0) return new Map();
  const found = await findKeys(
    db,
    keyed.map(({ once }) => once),
  );
  return new Map(
    keyed.flatMap(({ nonce }, at) => (found[at] ? [[nonce, found[at]] as const] : [])),
  );
}
