import { and, asc, count, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { participants } from "#db/schema/communities.ts";
import { ballots, decisionKeys, electors, rollEntries } from "#db/schema/decisions.ts";
import type { BundleEntry } from "#shared/recount/bundle.ts";
import type { DecisionIds } from "./store.ts";

const keyIs = ({ communityId, decisionId }: DecisionIds) =>
  and(eq(decisionKeys.communityId, communityId), eq(decisionKeys.decisionId, decisionId));
const rollIs = ({ communityId, decisionId }: DecisionIds) =>
  and(eq(rollEntries.communityId, communityId), eq(rollEntries.decisionId, decisionId));
const ballotsAre = ({ communityId, decisionId }: DecisionIds) =>
  and(eq(ballots.communityId, communityId), eq(ballots.decisionId, decisionId));

/** Keeps a decision's key; of two that come at once the first stays. */
export async function keepKey(db: Db, ids: DecisionIds, sealed: string): Promise<string> {
  await db
    .insert(decisionKeys)
    .values({ ...ids, sealed })
    .onConflictDoNothing();
  const [row] = await db
    .select({ sealed: decisionKeys.sealed })
    .from(decisionKeys)
    .where(keyIs(ids));
  return row?.sealed ?? sealed;
}

export async function sealedKeysOf(db: Db, communityId: string, decisionIds: readonly string[]) {
  return db
    .select({ decisionId: decisionKeys.decisionId, sealed: decisionKeys.sealed })
    .from(decisionKeys)
    .where(
      and(
        eq(decisionKeys.communityId, communityId),
        inArray(decisionKeys.decisionId, [...decisionIds]),
      ),
    );
}

export async function destroyKey(db: Db, ids: DecisionIds): Promise<void> {
  await db.delete(decisionKeys).where(keyIs(ids));
}

/** Ballots by their ids alone. */
export async function ballotsById(
  db: Db,
  communityId: string,
  places: ReadonlyMap<string, string>,
) {
  if (places.size === 0) return [];
  return db
    .select({
      decisionId: ballots.decisionId,
      ballot: ballots.ballot,
      reason: ballots.reason,
      revision: ballots.revision,
    })
    .from(ballots)
    .where(
      and(
        eq(ballots.communityId, communityId),
        inArray(ballots.decisionId, [...places.keys()]),
        inArray(ballots.ballotId, [...places.values()]),
      ),
    );
}

/** Which of these ballots a decision has, by id. */
export async function ballotsNamed(
  db: Db,
  ids: DecisionIds,
  ballotIds: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db
    .select({ id: ballots.ballotId, ballot: ballots.ballot })
    .from(ballots)
    .where(
      and(ballotsAre(ids), sql`${ballots.ballotId} = any(${sql.param([...ballotIds])}::text[])`),
    );
  return new Map(rows.map(({ id, ballot }) => [id, ballot]));
}

/** How many have voted in a secret decision. */
export async function countRoll(db: Db, ids: DecisionIds): Promise<number> {
  const [row] = await db.select({ voted: count() }).from(rollEntries).where(rollIs(ids));
  return row?.voted ?? 0;
}

/** Which of these people have voted in a secret decision. */
export async function rollAmong(db: Db, ids: DecisionIds, people: readonly string[]) {
  const isNamed = sql`${rollEntries.participantId} = any(${sql.param([...people])}::uuid[])`;
  const rows = await db
    .select({ id: rollEntries.participantId })
    .from(rollEntries)
    .where(and(rollIs(ids), isNamed));
  return rows.map(({ id }) => id);
}

/** Adds ballots of a secret decision that others cast for those who delegate. */
export async function addBallots(
  db: Db,
  { communityId, decisionId }: DecisionIds,
  entries: readonly BundleEntry[],
): Promise<void> {
  const ballotIds = entries.map(({ ballotId }) => ballotId);
  const contents = entries.map(({ ballot }) => JSON.stringify(ballot));
  const nonces = entries.map(({ nonce }) => nonce);
  await db.execute(sql`
    insert into ballots (community_id, decision_id, ballot_id, ballot, nonce)
    select ${communityId}::uuid, ${decisionId}::uuid, * from unnest(
      ${sql.param(ballotIds)}::text[], ${sql.param(contents)}::jsonb[], ${sql.param(nonces)}::text[]
    )`);
}

/**
 * Writes the roll and the ballots of a secret decision anew, each in the order of its ids: neither the order
 * in which rows lie nor the transactions that wrote them join a name and a ballot any more. All of them are taken
 * away before the first comes back, as sorting needs the last one.
 */
export async function rewriteSecret(db: Db, ids: DecisionIds): Promise<void> {
  const { communityId, decisionId } = ids;
  await db.execute(sql`
    with gone as materialized (
      delete from ballots where community_id = ${communityId} and decision_id = ${decisionId}
      returning ballot_id, ballot, nonce
    )
    insert into ballots (community_id, decision_id, ballot_id, ballot, nonce)
    select ${communityId}::uuid, ${decisionId}::uuid, ballot_id, ballot, nonce
    from gone order by ballot_id collate "C"`);
  await db.execute(sql`
    with gone as materialized (
      delete from roll_entries where community_id = ${communityId} and decision_id = ${decisionId}
      returning participant_id
    )
    insert into roll_entries (community_id, decision_id, participant_id)
    select ${communityId}::uuid, ${decisionId}::uuid, participant_id
    from gone order by participant_id`);
}

interface Page {
  readonly after?: string | undefined;
  readonly offset?: number;
  readonly limit?: number;
}

/** The list of ballots as it is published, in the order of their ids; names where they are known. */
export async function boardEntries(
  db: Db,
  ids: DecisionIds,
  { after, offset = 0, limit = 2_147_483_647 }: Page = {},
): Promise<BundleEntry[]> {
  const rows = await db
    .select({
      ballotId: ballots.ballotId,
      ballot: ballots.ballot,
      nonce: ballots.nonce,
      voter: ballots.voterId,
      weight: electors.weight,
      revision: ballots.revision,
    })
    .from(ballots)
    .leftJoin(
      electors,
      and(
        eq(electors.communityId, ballots.communityId),
        eq(electors.decisionId, ballots.decisionId),
        eq(electors.participantId, ballots.voterId),
      ),
    )
    .where(and(ballotsAre(ids), after === undefined ? undefined : gt(ballots.ballotId, after)))
    .orderBy(asc(ballots.ballotId))
    .offset(offset)
    .limit(limit);
  return rows.map(({ voter, weight, revision, ...nameless }) =>
    voter === null ? nameless : { ...nameless, voter, weight: String(weight ?? 0n), revision },
  );
}

const atOnce = 2_000;

/** The same list page by page, so that it never lies in memory as a whole. */
export async function* boardPages(db: Db, ids: DecisionIds): AsyncGenerator<BundleEntry[]> {
  let after: string | undefined;
  do {
    const page = await boardEntries(db, ids, { after, limit: atOnce });
    if (page.length > 0) yield page;
    after = page.length < atOnce ? undefined : page.at(-1)?.ballotId;
  } while (after !== undefined);
}

/** Where on the list those stand whose ids begin so: the place of the first, and how many they are. */
export async function placesOf(db: Db, ids: DecisionIds, begins: string) {
  const isBefore = lt(ballots.ballotId, begins);
  const [row] = await db
    .select({
      from: sql<number>`count(*) filter (where ${isBefore})`.mapWith(Number),
      count:
        sql<number>`count(*) filter (where starts_with(${ballots.ballotId}, ${begins}))`.mapWith(
          Number,
        ),
    })
    .from(ballots)
    .where(ballotsAre(ids));
  return { from: row?.from ?? 0, count: row?.count ?? 0 };
}

/** Which of these people have voted in a decision with names. */
export async function votersAmong(db: Db, ids: DecisionIds, people: readonly string[]) {
  const isNamed = sql`${ballots.voterId} = any(${sql.param([...people])}::uuid[])`;
  const rows = await db
    .select({ id: ballots.voterId })
    .from(ballots)
    .where(and(ballotsAre(ids), isNamed));
  return rows.flatMap(({ id }) => (id === null ? [] : [id]));
}

/** Differs whenever the ballots of a decision with names do: how many there are, and when the last one came. */
export async function ballotsVersion(db: Db, ids: DecisionIds): Promise<string> {
  const version = sql<string>`concat(count(*), ' ', max(${ballots.castAt}))`;
  const [row] = await db.select({ version }).from(ballots).where(ballotsAre(ids));
  return row?.version ?? "";
}

/** Ballots with the names of who cast them, in the order of ballot ids. */
export async function namedBallots(
  db: Db,
  ids: DecisionIds,
  { after, limit }: { after: string | undefined; limit: number },
) {
  return db
    .select({
      ballotId: ballots.ballotId,
      ballot: ballots.ballot,
      reason: ballots.reason,
      isOnPaper: ballots.isOnPaper,
      weight: electors.weight,
      voter: { id: participants.id, name: participants.name, kind: participants.kind },
    })
    .from(ballots)
    .innerJoin(electors, ballotsElector())
    .innerJoin(
      participants,
      and(eq(participants.communityId, ballots.communityId), eq(participants.id, ballots.voterId)),
    )
    .where(and(ballotsAre(ids), after === undefined ? undefined : gt(ballots.ballotId, after)))
    .orderBy(asc(ballots.ballotId))
    .limit(limit);
}

function ballotsElector() {
  return and(
    eq(electors.communityId, ballots.communityId),
    eq(electors.decisionId, ballots.decisionId),
    eq(electors.participantId, ballots.voterId),
  );
}
