import type { Db } from "#db/client.ts";
import { createBatch } from "../platform/batch.ts";
import { sqlState } from "../platform/problem.ts";
import { type CastRow, type NewBallot, takeBallots } from "./take-store.ts";

const attempts = 4;

/** Ballots that arrive together share one statement and one commit; each is answered after it. */
export function createTaking(db: Db, isSecret: boolean) {
  // A decision's row is held until the commit: more runs at a time would only pass it from hand to hand.
  return createBatch((cast: readonly NewBallot[]) => takeInTurn(db, cast, isSecret), { lanes: 1 });
}

/** Of one voter, and with one key, one at a time, in the order in which they came. */
async function takeInTurn(
  db: Db,
  cast: readonly NewBallot[],
  isSecret: boolean,
): Promise<CastRow[]> {
  const [first, later] = firstOfEach(cast);
  const rows = new Map<NewBallot, CastRow>();
  const keep = (some: readonly NewBallot[], answers: readonly CastRow[]) =>
    some.forEach((one, at) => answers[at] && rows.set(one, answers[at]));
  keep(first, await takeAgainst(db, first, isSecret));
  if (later.length > 0) keep(later, await takeInTurn(db, later, isSecret));
  return cast.flatMap((one) => rows.get(one) ?? []);
}

function firstOfEach(cast: readonly NewBallot[]): [NewBallot[], NewBallot[]] {
  const seen = new Set<string>();
  const first: NewBallot[] = [];
  const later: NewBallot[] = [];
  for (const one of cast) {
    const { decisionId, voterId, once } = one;
    const marks = [`${decisionId} ${voterId}`, ...(once ? [`${once.accountId} ${once.key}`] : [])];
    (marks.some((mark) => seen.has(mark)) ? later : first).push(one);
    for (const mark of marks) seen.add(mark);
  }
  return [first, later];
}

/** Where two statements got in each other's way nothing of the loser's remains: it can simply try again. */
async function takeAgainst(
  db: Db,
  cast: readonly NewBallot[],
  isSecret: boolean,
): Promise<CastRow[]> {
  for (let left = attempts; ; left -= 1) {
    try {
      return await takeBallots(db, cast, { isSecret });
    } catch (error) {
      const state = sqlState(error) ?? "";
      if (left <= 1 || !["23505", "40001", "40P01"].includes(state)) throw error;
    }
  }
}
