import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  inArray,
  isNull,
  lte,
  or,
  sql,
} from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships, participants } from "#db/schema/communities.ts";
import {
  fundingBallots,
  fundingElectors,
  fundingProjects,
  fundingRounds,
} from "#db/schema/funding.ts";

export interface RoundIds {
  readonly communityId: string;
  readonly roundId: string;
}

export type RoundRow = typeof fundingRounds.$inferSelect;
export type ProjectRow = typeof fundingProjects.$inferSelect;

const person = { id: participants.id, name: participants.name, kind: participants.kind };

const ofRound = ({ communityId, roundId }: RoundIds) =>
  and(eq(fundingRounds.communityId, communityId), eq(fundingRounds.id, roundId));

const isStanding = isNull(fundingProjects.withdrawnAt);

const projectCount = sql<number>`(select count(*)::int from ${fundingProjects}
  where ${fundingProjects.communityId} = ${fundingRounds.communityId}
    and ${fundingProjects.roundId} = ${fundingRounds.id} and ${isStanding})`;
const ballotCount = sql<number>`coalesce((${fundingRounds.outcome}->>'voters')::int,
  (select count(*)::int from ${fundingBallots}
  where ${fundingBallots.communityId} = ${fundingRounds.communityId}
    and ${fundingBallots.roundId} = ${fundingRounds.id}))`;

const {
  ballots: _ballots,
  outcome: _outcome,
  seed: _seed,
  ...shown
} = getTableColumns(fundingRounds);

const selectRounds = (db: Db) =>
  db
    .select({
      round: shown,
      author: person,
      projectCount,
      ballotCount,
      spent: sql<number | null>`(${fundingRounds.outcome}->>'spent')::bigint`.mapWith(Number),
    })
    .from(fundingRounds)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, fundingRounds.communityId),
        eq(participants.id, fundingRounds.authorId),
      ),
    );
export type ListedRound = Awaited<ReturnType<typeof selectRounds>>[number];

export async function roundsOf(db: Db, communityId: string, limit: number) {
  return selectRounds(db)
    .where(eq(fundingRounds.communityId, communityId))
    .orderBy(desc(fundingRounds.createdAt), desc(fundingRounds.id))
    .limit(limit);
}

export async function countRounds(db: Db, communityId: string): Promise<number> {
  const [row] = await db
    .select({ rounds: count() })
    .from(fundingRounds)
    .where(eq(fundingRounds.communityId, communityId));
  return row?.rounds ?? 0;
}

export async function findListed(db: Db, ids: RoundIds): Promise<ListedRound | undefined> {
  const [row] = await selectRounds(db).where(ofRound(ids));
  return row;
}

export async function findRound(db: Db, ids: RoundIds): Promise<RoundRow | undefined> {
  const [row] = await db.select().from(fundingRounds).where(ofRound(ids));
  return row;
}

/** `update` keeps everybody else from changing the round, `share` only from opening or closing it. */
export async function holdRound(
  db: Db,
  ids: RoundIds,
  strength: "update" | "share",
): Promise<RoundRow | undefined> {
  const [row] = await db.select().from(fundingRounds).where(ofRound(ids)).for(strength);
  return row;
}

export async function saveRound(db: Db, row: typeof fundingRounds.$inferInsert): Promise<void> {
  await db.insert(fundingRounds).values(row);
}

export async function updateRound(
  db: Db,
  ids: RoundIds,
  change: Partial<typeof fundingRounds.$inferInsert>,
): Promise<void> {
  await db.update(fundingRounds).set(change).where(ofRound(ids));
}

const selectProjects = (db: Db) =>
  db
    .select({ project: fundingProjects, proposer: person })
    .from(fundingProjects)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, fundingProjects.communityId),
        eq(participants.id, fundingProjects.proposerId),
      ),
    );
export type ListedProject = Awaited<ReturnType<typeof selectProjects>>[number];

/** The projects that stand, in the order in which they were proposed. */
export async function projectsOf(db: Db, { communityId, roundId }: RoundIds) {
  return selectProjects(db)
    .where(
      and(
        eq(fundingProjects.communityId, communityId),
        eq(fundingProjects.roundId, roundId),
        isStanding,
      ),
    )
    .orderBy(asc(fundingProjects.createdAt), asc(fundingProjects.id));
}

export async function findProject(
  db: Db,
  { communityId, roundId, projectId }: RoundIds & { readonly projectId: string },
): Promise<ListedProject | undefined> {
  const [row] = await selectProjects(db).where(
    and(
      eq(fundingProjects.communityId, communityId),
      eq(fundingProjects.roundId, roundId),
      eq(fundingProjects.id, projectId),
    ),
  );
  return row;
}

/** A project by itself, also one that was taken back. */
export async function projectById(
  db: Db,
  { communityId, id }: Pick<ProjectRow, "communityId" | "id">,
): Promise<ProjectRow | undefined> {
  const [row] = await db
    .select()
    .from(fundingProjects)
    .where(and(eq(fundingProjects.communityId, communityId), eq(fundingProjects.id, id)));
  return row;
}

export async function saveProjects(
  db: Db,
  rows: readonly (typeof fundingProjects.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await db.insert(fundingProjects).values([...rows]);
}

export async function updateProject(
  db: Db,
  { communityId, id }: Pick<ProjectRow, "communityId" | "id">,
  change: Partial<typeof fundingProjects.$inferInsert>,
): Promise<void> {
  await db
    .update(fundingProjects)
    .set(change)
    .where(and(eq(fundingProjects.communityId, communityId), eq(fundingProjects.id, id)));
}

/** Freezes who may vote: the active members with these roles; gives them in the order of their ids. */
export async function freezeElectors(
  db: Db,
  { communityId, roundId }: RoundIds,
  roles: RoundRow["electorate"]["roles"],
): Promise<string[]> {
  const rows = await db
    .select({ participantId: memberships.participantId })
    .from(memberships)
    .where(
      and(
        eq(memberships.communityId, communityId),
        eq(memberships.status, "active"),
        inArray(memberships.role, [...roles]),
      ),
    )
    .orderBy(asc(memberships.participantId));
  const ids = rows.map(({ participantId }) => participantId);
  await db.execute(sql`insert into funding_electors (community_id, round_id, participant_id)
    select ${communityId}::uuid, ${roundId}::uuid, unnest(${sql.param(ids)}::uuid[])`);
  return ids;
}

export async function isElector(db: Db, { communityId, roundId }: RoundIds, participantId: string) {
  const [row] = await db
    .select({ id: fundingElectors.participantId })
    .from(fundingElectors)
    .where(
      and(
        eq(fundingElectors.communityId, communityId),
        eq(fundingElectors.roundId, roundId),
        eq(fundingElectors.participantId, participantId),
      ),
    );
  return row !== undefined;
}

const ofVoter = ({ communityId, roundId }: RoundIds, voterId: string) =>
  and(
    eq(fundingBallots.communityId, communityId),
    eq(fundingBallots.roundId, roundId),
    eq(fundingBallots.voterId, voterId),
  );

export async function findBallot(db: Db, ids: RoundIds, voterId: string) {
  const [row] = await db.select().from(fundingBallots).where(ofVoter(ids, voterId));
  return row;
}

export async function putBallot(
  db: Db,
  row: Pick<typeof fundingBallots.$inferInsert, "communityId" | "roundId" | "voterId" | "ballot">,
) {
  const [kept] = await db
    .insert(fundingBallots)
    .values({ ...row, castAt: sql`clock_timestamp()` })
    .onConflictDoUpdate({
      target: [fundingBallots.communityId, fundingBallots.roundId, fundingBallots.voterId],
      set: {
        ballot: sql`excluded.ballot`,
        castAt: sql`excluded.cast_at`,
        revision: sql`${fundingBallots.revision} + 1`,
      },
    })
    .returning({ revision: fundingBallots.revision, castAt: fundingBallots.castAt });
  if (!kept) throw new Error("a ballot is kept");
  return kept;
}

export async function removeBallot(db: Db, ids: RoundIds, voterId: string): Promise<void> {
  await db.delete(fundingBallots).where(ofVoter(ids, voterId));
}

export async function countBallots(db: Db, { communityId, roundId }: RoundIds): Promise<number> {
  const [row] = await db
    .select({ ballots: count() })
    .from(fundingBallots)
    .where(and(eq(fundingBallots.communityId, communityId), eq(fundingBallots.roundId, roundId)));
  return row?.ballots ?? 0;
}

/** All ballots of a round, equal ones once. */
export async function groupedBallots(db: Db, { communityId, roundId }: RoundIds) {
  const { rows } = await db.execute<{
    ballot: NonNullable<(typeof fundingBallots.$inferSelect)["ballot"]>;
    heads: number;
  }>(sql`select ballot, count(*)::int as heads from funding_ballots
    where community_id = ${communityId} and round_id = ${roundId} and ballot is not null
    group by ballot`);
  return rows;
}

/** Once all is counted and published without names, what each person voted is forgotten. */
export async function forgetVotes(db: Db, { communityId, roundId }: RoundIds): Promise<void> {
  await db
    .update(fundingBallots)
    .set({ ballot: null })
    .where(and(eq(fundingBallots.communityId, communityId), eq(fundingBallots.roundId, roundId)));
}

export async function votersOf(db: Db, { communityId, roundId }: RoundIds): Promise<string[]> {
  const rows = await db
    .select({ id: fundingBallots.voterId })
    .from(fundingBallots)
    .where(and(eq(fundingBallots.communityId, communityId), eq(fundingBallots.roundId, roundId)));
  return rows.map(({ id }) => id);
}

/** Rounds whose time to open or to close has come, or whose count was dropped. */
export async function dueRounds(db: Db): Promise<RoundIds[]> {
  const { communityId, id: roundId, phase, opensAt, closesAt } = fundingRounds;
  const now = sql`clock_timestamp()`;
  return db
    .select({ communityId, roundId })
    .from(fundingRounds)
    .where(
      or(
        and(eq(phase, "proposals"), lte(opensAt, now)),
        and(inArray(phase, ["proposals", "voting"]), lte(closesAt, now)),
        eq(phase, "counting"),
      ),
    )
    .limit(100);
}
