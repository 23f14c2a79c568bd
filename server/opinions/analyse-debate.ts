import { createHash, randomInt } from "node:crypto";
import type { Db } from "#db/client.ts";
import { analyse } from "#shared/opinions/analyse.ts";
import { algorithm, type Memory } from "#shared/opinions/analysis.ts";
import { bridging } from "#shared/opinions/bridging/bridging.ts";
import { communityNotes } from "#shared/opinions/bridging/factorise.ts";
import { oneVoice } from "#shared/opinions/bridging/one-voice.ts";
import { hashOfInput } from "#shared/opinions/input-hash.ts";
import { folkmoot } from "#shared/opinions/parameter-sets.ts";
import { compassOf, runMap } from "#shared/opinions/run-map.ts";
import {
  countsVisitors,
  headOfHistory,
  peopleLeftOut,
  type PersonRow,
  responsesByPerson,
  statementsOf,
  takeTurn,
} from "./input-store.ts";
import { packPeople, unpackPeople } from "./people.ts";
import { conversationOf, type Input, packRecord, unpackRecord } from "./record.ts";
import {
  type DebateIds,
  peopleOf,
  recordOf,
  type RunIds,
  saveRun,
  shapeOfNewest,
  thinRuns,
} from "./store.ts";

/** Scores of more responses would hold up the map. */
const mostScored = 1_000_000;

export interface AnalysisTask extends DebateIds {
  /** The id of the run to be. */
  readonly runId: string;
}

/**
 * Analyses a debate as it is now, in a transaction, and saves the run. One at a time of each debate.
 * @returns false where nothing changed since the newest run
 */
export async function analyseDebate(db: Db, { runId, ...ids }: AnalysisTask): Promise<boolean> {
  const computedAt = await takeTurn(db, ids);
  const start = performance.now();
  const newest = await shapeOfNewest(db, ids);
  // What another version left is no beginning.
  const before = newest?.algorithm === algorithm ? newest : undefined;
  const historyId = await headOfHistory(db, ids);
  const read = await readDebate(db, ids, before?.statementIds ?? []);
  if (before?.fingerprint === read.fingerprint) return false;
  const { input, statementIds, people, minutes } = read;
  const parameters = folkmoot;
  const memory = before && (await memoryFor(db, { ...ids, runId: before.id }, people));
  const conversation = conversationOf(input);
  const result = analyse(conversation, parameters, memory);
  const map = runMap({
    conversation,
    parameters,
    analysis: result,
    ...scoresOf(input, minutes),
  });
  const numbers = Int8Array.from(result.memory.numbers);
  await saveRun(
    db,
    {
      ...ids,
      id: runId,
      computedAt,
      durationMs: Math.round(performance.now() - start),
      algorithm,
      parameters,
      inputHash: hashOfInput(conversation),
      fingerprint: read.fingerprint,
      historyId,
      people: result.people,
      peopleIn: result.peopleIn,
      responses: result.responses,
      isSettled: result.obscurity === null,
      groups: map.groups.map(({ number, people: count }) => ({ number, people: count })),
      statementIds,
      map,
      compass: compassOf(result),
      record: packRecord({ input, parameters, before: memory, result }),
    },
    { people: packPeople(people), groups: Buffer.from(numbers.buffer) },
  );
  await thinRuns(db, ids);
  return true;
}

/** What a run left, with people in the order of the next; nothing where it is not kept who they are. */
async function memoryFor(
  db: Db,
  ids: RunIds,
  people: readonly string[],
): Promise<Memory | undefined> {
  const record = await recordOf(db, ids);
  const who = await peopleOf(db, ids);
  if (!record || who?.runId !== ids.runId) return undefined;
  const { memory } = unpackRecord(record).result;
  const places = new Map(unpackPeople(who.people).map((id, place) => [id, place]));
  const numbers = Int8Array.from(people, (id) => memory.numbers[places.get(id) ?? -1] ?? -1);
  return { ...memory, numbers };
}

interface Read {
  readonly input: Input;
  readonly minutes: Float64Array;
  readonly statementIds: string[];
  /** In an order that was drawn: a person's number tells nothing. */
  readonly people: readonly string[];
  readonly fingerprint: string;
}

/** @param known statements in the order that the run before gave them: each keeps its number */
async function readDebate(db: Db, ids: DebateIds, known: readonly string[]): Promise<Read> {
  const found = await statementsOf(db, ids);
  const statementIds = [...new Set([...known, ...found.map(({ id }) => id)])];
  const shown = new Set(found.filter(({ isShown }) => isShown).map(({ id }) => id));
  const all = statementIds.map((id, number) => [id, number] as const);
  const numbers = new Map(all.filter(([id]) => shown.has(id)));
  const leftOut = await peopleLeftOut(db, ids, await countsVisitors(db, ids));
  const given = await responsesByPerson(db, ids, numbers);
  const rows = given.filter(({ id }) => !leftOut.has(id));
  const hidden = all.filter(([id]) => !shown.has(id)).map(([, number]) => number);
  const fingerprint = fingerprintOf([folkmoot, statementIds, hidden], rows);
  const drawn = inDrawnOrder(rows);
  const columns = columnsOf(drawn);
  const people = drawn.map(({ id }) => id);
  const sizes = { people: people.length, statements: statementIds.length };
  const { minutes, ...responses } = columns;
  return { input: { ...sizes, ...responses, hidden }, minutes, statementIds, people, fingerprint };
}

function fingerprintOf(settings: readonly unknown[], rows: readonly PersonRow[]): string {
  const hash = createHash("sha256").update(JSON.stringify(settings));
  for (const { id, codes } of rows) hash.update(`${id} ${codes}\n`);
  return hash.digest("hex");
}

/** Fisher and Yates. */
function inDrawnOrder<T>(all: readonly T[]): T[] {
  const drawn = [...all];
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const [a, b] = [drawn[last], drawn[other]];
    if (a !== undefined && b !== undefined) [drawn[last], drawn[other]] = [b, a];
  }
  return drawn;
}

function columnsOf(rows: readonly PersonRow[]) {
  const codes = rows.map((row) => row.codes.split(" ").map(Number));
  const size = codes.reduce((sum, own) => sum + own.length, 0);
  const person = new Uint32Array(size);
  const statement = new Uint16Array(size);
  const value = new Int8Array(size);
  const minutes = Float64Array.from(rows.flatMap((row) => row.minutes.split(" ").map(Number)));
  let at = 0;
  for (const [number, own] of codes.entries()) {
    for (const code of own) {
      person[at] = number;
      statement[at] = Math.floor(code / 3);
      value[at] = (code % 3) - 1;
      at += 1;
    }
  }
  return { person, statement, value, minutes };
}

/** How far each statement bridges; people who answer as one count once. */
function scoresOf({ people, statements, ...columns }: Input, minutes: Float64Array) {
  if (minutes.length > mostScored) return { scores: null, correlated: 0 };
  const { ratings, correlated } = oneVoice({
    raters: people,
    items: statements,
    rater: columns.person,
    item: columns.statement,
    value: Float32Array.from(columns.value, (value) => (value + 1) / 2),
    at: minutes.map((minute) => minute * 60_000),
  });
  const { items } = bridging(ratings, communityNotes);
  return { scores: items, correlated: correlated.reduce((sum, { length }) => sum + length, 0) };
}
