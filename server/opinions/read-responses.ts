import type { Db } from "#db/client.ts";
import { statementOf } from "#shared/opinions/responses.ts";
import {
  allResponses,
  headOfHistory,
  type OwnResponses,
  type PersonApart,
  peopleApart,
  responsesSince,
  type StatementCount,
} from "./input-store.ts";
import type { DebateIds } from "./store.ts";

/** What people responded in a debate, as far as it was read: the analysis after it reads only what came in since. */
export interface ReadResponses {
  /** The statement of each number in codes. */
  readonly statementIds: readonly string[];
  /** By participant, of everybody and to all statements, whether that counts or not. */
  readonly people: Map<string, OwnResponses>;
  /** Where the community's history ended before this reading, and before the one before. */
  readonly heads: readonly [former: number, last: number];
  /** Visitors, and those who do not count. */
  readonly apart: ReadonlyMap<string, PersonApart>;
}

interface Wanted {
  /** All statements of the debate, by their numbers; those of before first, in their order. */
  readonly statementIds: readonly string[];
  readonly shown: ReadonlySet<string>;
  /** What was read before. */
  readonly before?: ReadResponses | undefined;
}

/**
 * Reads a debate's responses: what came in since they were read before, where that comes to what the debate has counted,
 * otherwise all. What came in ahead of the last reading may have been committed after it, so that is read again.
 */
export async function readResponses(
  db: Db,
  ids: DebateIds,
  wanted: Wanted,
): Promise<ReadResponses> {
  const from = { ...wanted, head: await headOfHistory(db, ids) };
  return (await readOn(db, ids, from)) ?? (await readAll(db, ids, from));
}

interface From extends Wanted {
  readonly head: number;
}

async function readOn(
  db: Db,
  ids: DebateIds,
  { statementIds, shown, before, head }: From,
): Promise<ReadResponses | undefined> {
  if (!before?.statementIds.every((id, number) => statementIds[number] === id)) return undefined;
  const [former, last] = before.heads;
  const { rows, counts } = await responsesSince(db, ids, { statementIds, historyId: former });
  const apart = await peopleApart(db, ids);
  const { people } = before;
  for (const { id, own } of rows) people.set(id, withNewer(people.get(id), own));
  const read = { statementIds, people, heads: [last, head] as const, apart };
  const counted = counts.filter(({ number }) => shown.has(statementIds[number] ?? ""));
  return isAsCounted(read, counted, shown.size) ? read : undefined;
}

/** One person's responses, of which some came or changed; both by statement. */
function withNewer(before: OwnResponses | undefined, newer: OwnResponses): OwnResponses {
  if (!before) return newer;
  const isNew = new Set([...newer.codes].map(statementOf));
  const stays = (code: number) => !isNew.has(statementOf(code));
  const all = [...pairsOf(before).filter(([code]) => stays(code)), ...pairsOf(newer)].toSorted(
    ([a], [b]) => a - b,
  );
  return {
    codes: Uint16Array.from(all, ([code]) => code),
    minutes: Int32Array.from(all, ([, minute]) => minute),
  };
}

const pairsOf = ({ codes, minutes }: OwnResponses) =>
  Array.from(codes, (code, at) => [code, minutes[at] ?? 0] as const);

async function readAll(
  db: Db,
  ids: DebateIds,
  { statementIds, head }: From,
): Promise<ReadResponses> {
  const people = new Map<string, OwnResponses>();
  for await (const some of allResponses(db, ids, statementIds)) {
    for (const { id, own } of some) people.set(id, own);
  }
  return { statementIds, people, heads: [head, head], apart: await peopleApart(db, ids) };
}

/** Whether members and visitors gave each response as often as is counted beside the statement. */
function isAsCounted(
  { statementIds, people, apart }: ReadResponses,
  counts: readonly StatementCount[],
  shown: number,
): boolean {
  const found = new Int32Array(6 * statementIds.length);
  for (const [id, { codes }] of people) {
    const side = apart.get(id)?.isVisitor === true ? 3 : 0;
    for (const code of codes) {
      const kind = code % 3;
      const place = 2 * (code - kind) + side + kind;
      found[place] = (found[place] ?? 0) + 1;
    }
  }
  const isSame = ({ number, kinds }: StatementCount) =>
    kinds.every((count, kind) => found[6 * number + kind] === count);
  return counts.length <= shown && counts.every(isSame);
}
