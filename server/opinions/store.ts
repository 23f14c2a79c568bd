import { and, type Column, desc, eq, getTableColumns, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { opinionPeople, opinionRuns } from "#db/schema/opinions.ts";
import type { KeptMap, RunMap } from "#shared/opinions/run-map.ts";
import { mapJob } from "../platform/opinion-maps.ts";
import { idBytes } from "./people.ts";

export interface DebateIds {
  readonly communityId: string;
  readonly debateId: string;
}

export interface RunIds extends DebateIds {
  readonly runId: string;
}

export type NewRun = typeof opinionRuns.$inferInsert;

const ofDebate = ({ communityId, debateId }: DebateIds) =>
  and(eq(opinionRuns.communityId, communityId), eq(opinionRuns.debateId, debateId));
const newestFirst = [desc(opinionRuns.computedAt), desc(opinionRuns.id)] as const;

/** Thousands of ids are read far faster as JSON than as an array. */
const idsAsJson = (ids: Column) => sql<readonly string[]>`to_jsonb(${ids})`;

/** A run but for its statements, where everybody stands, and what it takes to make it again. */
const columns = () => {
  const { record: _, map, statementIds, ...told } = getTableColumns(opinionRuns);
  return {
    ...told,
    statementIds: idsAsJson(statementIds),
    map: sql<Omit<KeptMap, "points" | "statements">>`${map} - '{points,statements}'::text[]`,
  };
};

/** So many are read at once: all in one answer, with all their figures, would take longer than others can wait. */
const statementsInPage = 250;

async function statementsIn(db: Db, { communityId, runId }: RunIds): Promise<RunMap["statements"]> {
  const statements: RunMap["statements"][number][] = [];
  for (;;) {
    const { rows } = await db.execute<{ statement: RunMap["statements"][number] }>(sql`
      select statement from opinion_runs,
        jsonb_array_elements(map -> 'statements') with ordinality as each (statement, place)
      where community_id = ${communityId} and id = ${runId} and place > ${statements.length}
      order by place limit ${statementsInPage}`);
    for (const { statement } of rows) statements.push(statement);
    if (rows.length < statementsInPage) return statements;
  }
}

/** Which run is the newest, and how many seconds old. */
export async function newestRun(db: Db, ids: DebateIds) {
  const [row] = await db
    .select({
      id: opinionRuns.id,
      computedAt: opinionRuns.computedAt,
      age: sql<number>`extract(epoch from clock_timestamp() - ${opinionRuns.computedAt})::float8`,
    })
    .from(opinionRuns)
    .where(ofDebate(ids))
    .orderBy(...newestFirst)
    .limit(1);
  return row;
}

/** What tells whether a debate is as it was at its newest run, and how its statements were numbered then. */
export async function shapeOfNewest(db: Db, ids: DebateIds) {
  const { id, algorithm, fingerprint, statementIds } = opinionRuns;
  const [row] = await db
    .select({ id, algorithm, fingerprint, statementIds })
    .from(opinionRuns)
    .where(ofDebate(ids))
    .orderBy(...newestFirst)
    .limit(1);
  return row;
}

export type RunRow = NonNullable<Awaited<ReturnType<typeof findRun>>>;

/** So much of a text is read in one row. */
const bytesInRow = 65_536;
const partsOfPoints = ["step", "x", "y", "group"] as const;

/** Where everybody stands, as it is written: it is only passed on. In pieces and part by part, as it may be megabytes. */
async function pointsIn(db: Db, ids: RunIds): Promise<readonly string[]> {
  const written: string[] = [];
  for (const part of partsOfPoints) {
    written.push(`${written.length === 0 ? "{" : ","}"${part}":`);
    written.push(...(await piecesOfPoints(db, ids, part)));
  }
  return [...written, "}"];
}

async function piecesOfPoints(
  db: Db,
  { communityId, runId }: RunIds,
  part: (typeof partsOfPoints)[number],
): Promise<string[]> {
  const { rows } = await db.execute<{ piece: string }>(sql`
    with written as materialized (
      select convert_to((map -> 'points' -> ${part}::text)::text, 'UTF8') as bytes from opinion_runs
      where community_id = ${communityId} and id = ${runId}
    )
    select convert_from(substring(bytes from at + 1 for ${bytesInRow}::int), 'UTF8') as piece
    from written, generate_series(0, length(bytes) - 1, ${bytesInRow}::int) as at
    order by at`);
  return rows.map(({ piece }) => piece);
}

export async function findRun(db: Db, ids: RunIds) {
  // Read first: of a run that is deleted in between nothing is found then.
  const statements = await statementsIn(db, ids);
  const points = await pointsIn(db, ids);
  const [row] = await db
    .select(columns())
    .from(opinionRuns)
    .where(and(ofDebate(ids), eq(opinionRuns.id, ids.runId)));
  return row && { ...row, map: { ...row.map, statements }, points };
}

/** Which groups a run tells of, and what names it. */
export async function groupsOfRun(db: Db, ids: RunIds) {
  const { id, computedAt, inputHash, groups } = opinionRuns;
  const [row] = await db
    .select({ id, computedAt, inputHash, groups })
    .from(opinionRuns)
    .where(and(ofDebate(ids), eq(opinionRuns.id, ids.runId)));
  return row;
}

export type RecordRow = NonNullable<Awaited<ReturnType<typeof recordOf>>>;

/** What a run can be made again from, packed as `packRecord` does, and by which version. */
export async function recordOf(db: Db, ids: RunIds) {
  const { algorithm, statementIds, record } = opinionRuns;
  const [row] = await db
    .select({ algorithm, statementIds: idsAsJson(statementIds), record })
    .from(opinionRuns)
    .where(and(ofDebate(ids), eq(opinionRuns.id, ids.runId)));
  return row;
}

export async function listRuns(db: Db, ids: DebateIds) {
  const { id, computedAt, people, peopleIn, responses, isSettled, groups } = opinionRuns;
  return db
    .select({ runId: id, computedAt, people, peopleIn, responses, isSettled, groups })
    .from(opinionRuns)
    .where(ofDebate(ids))
    .orderBy(...newestFirst);
}

/** Who the people of a run are, and the number of each one's group, as `PackedGroups` takes them. */
export interface PackedPeople {
  readonly runId: string;
  readonly people: Buffer;
  readonly groups: Buffer;
}

/** So many people are read at once: everybody else has a turn after them. */
const peopleInPage = 4_096;

/** Who the people of a debate's newest run are, and their groups; packed, in the order of their ids. */
export async function peopleOf(db: Db, ids: DebateIds): Promise<PackedPeople | undefined> {
  const first = await pageOfPeople(db, ids, 0);
  if (!first) return undefined;
  const { runId, size } = first;
  const people = Buffer.alloc(size * idBytes);
  const groups = Buffer.alloc(size);
  let page: typeof first | undefined = first;
  for (let from = 0; ; page = await pageOfPeople(db, ids, from)) {
    // There is a newer run by now.
    if (page?.runId !== runId) return peopleOf(db, ids);
    people.set(page.people, from * idBytes);
    groups.set(page.groups, from);
    from += peopleInPage;
    if (from >= size) return { runId, people, groups };
  }
}

async function pageOfPeople(db: Db, { communityId, debateId }: DebateIds, from: number) {
  const { rows } = await db.execute<PackedPeople & { size: number } & Record<string, unknown>>(sql`
    select run_id as "runId", length(groups) as size,
      substring(people from ${from * idBytes + 1}::int for ${peopleInPage * idBytes}::int) as people,
      substring(groups from ${from + 1}::int for ${peopleInPage}::int) as groups
    from opinion_people where community_id = ${communityId} and debate_id = ${debateId}`);
  return rows[0];
}

/** Adds a run, and with it who its people are. */
export async function saveRun(
  db: Db,
  run: NewRun,
  who: { readonly people: Buffer; readonly groups: Buffer },
): Promise<void> {
  await db.insert(opinionRuns).values(run);
  const { communityId, debateId, id: runId, historyId } = run;
  await db
    .insert(opinionPeople)
    .values({ communityId, debateId, runId, historyId, ...who })
    .onConflictDoUpdate({
      target: [opinionPeople.communityId, opinionPeople.debateId],
      set: { runId, historyId, ...who },
    });
}

/**
 * Notes that the newest run tells all of what came in up to a place of the history.
 * @returns whether anything came in since that was noted last
 */
export async function confirmRun(
  db: Db,
  { communityId, debateId, runId }: RunIds,
  historyId: number,
): Promise<boolean> {
  const confirmed = await db
    .update(opinionPeople)
    .set({ historyId })
    .where(
      and(
        eq(opinionPeople.communityId, communityId),
        eq(opinionPeople.debateId, debateId),
        eq(opinionPeople.runId, runId),
        lt(opinionPeople.historyId, historyId),
      ),
    )
    .returning({ runId: opinionPeople.runId });
  return confirmed.length > 0;
}

const keptNewest = 20;

/** A position was made out of it, a decision goes by its groups, or a summary was written of it: all of them tell of it. */
const isCited = ({ communityId, debateId }: DebateIds) => {
  const inDebate = sql`community_id = ${communityId} and debate_id = ${debateId}`;
  return sql`(
    exists (select from positions where ${inDebate} and bridges ->> 'runId' = runs.id::text)
    or exists (select from decisions where ${inDebate} and group_run ->> 'runId' = runs.id::text)
    or exists (select from opinion_summaries where ${inDebate} and run_id = runs.id)
  )`;
};

/** Keeps the newest runs, the first of each hour for two days, the first of each day, and whatever is cited. */
export async function thinRuns(db: Db, ids: DebateIds): Promise<void> {
  const { communityId, debateId } = ids;
  await db.execute(sql`
    delete from opinion_runs where community_id = ${communityId} and id in (
      select id from (
        select id, computed_at,
          row_number() over (order by computed_at desc, id desc) as age,
          row_number() over (partition by date_trunc('hour', computed_at) order by computed_at, id) as in_hour,
          row_number() over (partition by date_trunc('day', computed_at) order by computed_at, id) as in_day
        from opinion_runs where community_id = ${communityId} and debate_id = ${debateId}
      ) as runs
      where age > ${keptNewest} and in_day > 1
        and (in_hour > 1 or computed_at < now() - interval '2 days')
        and not ${isCited(ids)}
    )`);
}

/**
 * Has a debate analysed, by whichever server is free; asked again before that, it is analysed once. (The queue starts at
 * the time of the first asking.)
 */
export async function askFor(db: Db, ids: DebateIds, inSeconds = 0): Promise<void> {
  const { name, payload, key } = mapJob(ids);
  await db.execute(sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json,
    run_at := now() + make_interval(secs => ${inSeconds}),
    job_key := ${key}, job_key_mode := 'preserve_run_at')`);
}
