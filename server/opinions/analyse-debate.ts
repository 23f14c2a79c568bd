import type { Db } from "#db/client.ts";
import { analyse } from "#shared/opinions/analyse.ts";
import { algorithm, type Memory } from "#shared/opinions/analysis.ts";
import { bridging } from "#shared/opinions/bridging/bridging.ts";
import { type Beginning, communityNotes } from "#shared/opinions/bridging/factorise.ts";
import { oneVoice } from "#shared/opinions/bridging/one-voice.ts";
import { hashOfInput } from "#shared/opinions/input-hash.ts";
import { folkmoot } from "#shared/opinions/parameter-sets.ts";
import { compassOf, runMap } from "#shared/opinions/run-map.ts";
import { ratingsOf, type Scores } from "#shared/opinions/scores.ts";
import type { ResponseMatrix } from "#shared/opinions/response-matrix.ts";
import { gather, type Gathered, type Timed } from "./gather.ts";
import { countsVisitors, statementsOf, takeTurn } from "./input-store.ts";
import { packPeople, unpackPeople } from "./people.ts";
import { type ReadResponses, readResponses } from "./read-responses.ts";
import { conversationOf, packRecord, unpackRecord } from "./record.ts";
import {
  confirmRun,
  type DebateIds,
  peopleOf,
  recordOf,
  type RunIds,
  saveRun,
  shapeOfNewest,
  thinRuns,
} from "./store.ts";

export interface AnalysisTask extends DebateIds {
  /** The id of the run to be. */
  readonly runId: string;
}

/** What an analysis leaves for the next one of the same debate, so that it need not be read again. */
export interface Kept {
  readonly read: ReadResponses;
  /** The newest run as of then. */
  readonly run?: Left & { readonly id: string };
}

/** What a run left for the next one: people in the order of their ids, and in the same order the numbers of their groups. */
interface Left {
  readonly people: readonly string[];
  readonly memory: Memory;
  readonly scores: Beginning | undefined;
}

export interface Analysed {
  /** Whether there is a new run, or the newest is known to tell of more responses than before. */
  readonly isNews: boolean;
  readonly kept: Kept;
}

/**
 * Analyses a debate as it is now, in a transaction, and saves the run. One at a time of each debate. What is kept from an
 * earlier analysis has no influence on the run, only on how long it takes.
 */
export async function analyseDebate(
  db: Db,
  { runId, ...ids }: AnalysisTask,
  kept?: Kept,
): Promise<Analysed> {
  const computedAt = await takeTurn(db, ids);
  const start = performance.now();
  const newest = await shapeOfNewest(db, ids);
  // What another version left is no beginning.
  const before = newest?.algorithm === algorithm ? newest : undefined;
  const { read, ...gathered } = await readDebate(db, ids, {
    known: before?.statementIds ?? [],
    kept,
  });
  if (before?.fingerprint === gathered.fingerprint) {
    const isNews = await confirmRun(db, { ...ids, runId: before.id }, read.heads[1]);
    return { isNews, kept: { ...kept, read } };
  }
  const { input, people, placeOf, timed } = gathered;
  const parameters = folkmoot;
  const run = before && (await leftBy(db, { ...ids, runId: before.id }, kept));
  const memory = run && memoryFor(run, { people, placeOf });
  const conversation = conversationOf(input);
  const result = analyse(conversation, parameters, memory);
  const { scores, left: scoresLeft } = scoresOf(conversation.matrix, timed, run?.scores);
  const map = runMap({ conversation, parameters, analysis: result, scores });
  const left = { people, memory: byPlace(result.memory, placeOf), scores: scoresLeft };
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
      fingerprint: gathered.fingerprint,
      historyId: read.heads[1],
      people: result.people,
      peopleIn: result.peopleIn,
      responses: result.responses,
      isSettled: result.obscurity === null,
      groups: map.groups.map(({ number, people: count }) => ({ number, people: count })),
      statementIds: [...read.statementIds],
      map,
      compass: compassOf(result),
      record: packRecord({ input, parameters, before: memory, result, scores, scoresLeft }),
    },
    { people: packPeople(people), groups: Buffer.from(left.memory.numbers) },
  );
  await thinRuns(db, ids);
  return { isNews: true, kept: { read, run: { id: runId, ...left } } };
}

/** The numbers of groups in the order of people's ids. */
function byPlace(memory: Memory, placeOf: Uint32Array): Memory {
  const numbers = new Int8Array(placeOf.length);
  for (const [number, place] of placeOf.entries()) numbers[place] = memory.numbers[number] ?? -1;
  return { ...memory, numbers };
}

/** What a run left; nothing where it is not kept who the people are. */
const leftBy = async (db: Db, ids: RunIds, kept: Kept | undefined): Promise<Left | undefined> =>
  kept?.run?.id === ids.runId ? kept.run : runLeft(db, ids);

/** The same with people as the next run numbers them. */
function memoryFor(run: Left, { people, placeOf }: Pick<Gathered, "people" | "placeOf">): Memory {
  const places = new Map(run.people.map((id, place) => [id, place]));
  const { numbers } = run.memory;
  const numberOf = (place: number) => numbers[places.get(people[place] ?? "") ?? -1] ?? -1;
  return { ...run.memory, numbers: Int8Array.from(placeOf, numberOf) };
}

async function runLeft(db: Db, ids: RunIds): Promise<Left | undefined> {
  const record = await recordOf(db, ids);
  const who = await peopleOf(db, ids);
  if (!record || who?.runId !== ids.runId) return undefined;
  const { result, scoresLeft: scores } = unpackRecord(record.record);
  const memory = { ...result.memory, numbers: new Int8Array(who.groups) };
  return { people: unpackPeople(who.people), memory, scores };
}

interface Before {
  /** Statements in the order that the run before gave them: each keeps its number. */
  readonly known: readonly string[];
  readonly kept: Kept | undefined;
}

async function readDebate(db: Db, ids: DebateIds, { known, kept }: Before) {
  const found = await statementsOf(db, ids);
  const statementIds = [...new Set([...known, ...found.map(({ id }) => id)])];
  const shown = new Set(found.filter(({ isShown }) => isShown).map(({ id }) => id));
  const read = await readResponses(db, ids, { statementIds, shown, before: kept?.read });
  const withVisitors = await countsVisitors(db, ids);
  const counts = (id: string) => {
    const apart = read.apart.get(id);
    return !apart?.isOut && (withVisitors || !apart?.isVisitor);
  };
  return { read, ...gather(read, { shown, counts }) };
}

/** How far each statement bridges; people who answer as one count once. */
function scoresOf(
  matrix: ResponseMatrix,
  { drawn, minutes }: Timed,
  before: Beginning | undefined,
): { scores: Scores; left: Beginning } {
  const at = Float64Array.from(minutes, (minute) => minute * 60_000);
  const { ratings, correlated } = oneVoice({ ...ratingsOf(matrix, drawn), at });
  const { items, left } = bridging(ratings, communityNotes, before);
  const personOf = (rater: number) => drawn?.[rater] ?? rater;
  const circles = correlated.map((circle) => circle.map(personOf));
  return { scores: { drawn, circles, before, items }, left };
}
