import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { groupNames, groupNameVotes } from "#db/schema/group-names.ts";
import type { NameVote } from "#shared/opinions/group-names.ts";
import type { ModeratedIds } from "../platform/moderated.ts";
import type { DebateIds } from "./store.ts";

/** What is proposed or voted waits until the clock has gone through so much: all of it comes into sight together. */
export const turnMs = 300_000;

/** Since when what is proposed or voted waits: the beginning of the turn of the clock that runs now. */
const thisTurn = sql`date_bin(make_interval(secs => ${turnMs / 1000}), clock_timestamp(), timestamptz 'epoch')`;

const ofDebate = ({ communityId, debateId }: DebateIds) =>
  and(eq(groupNames.communityId, communityId), eq(groupNames.debateId, debateId));

/** Names that stand, in the order in which they were proposed; `isOut` once others than who proposed it see it. */
export async function standingNames(db: Db, ids: DebateIds) {
  const { id, groupNumber, text, authorId, createdAt } = groupNames;
  return db
    .select({
      id,
      group: groupNumber,
      text,
      authorId,
      isOut: sql<boolean>`${createdAt} < ${thisTurn}`,
    })
    .from(groupNames)
    .where(and(ofDebate(ids), isNull(groupNames.withdrawnAt)))
    .orderBy(asc(createdAt), asc(id));
}

const nowCounted = sql<string | null>`
  case when ${groupNameVotes.castAt} < ${thisTurn} then ${groupNameVotes.nameId}
    else ${groupNameVotes.formerNameId} end`;

/** Who wants which name, as it counts now. */
export async function countedVotes(
  db: Db,
  { communityId, debateId }: DebateIds,
): Promise<NameVote[]> {
  const rows = await db
    .select({ voter: groupNameVotes.participantId, nameId: nowCounted })
    .from(groupNameVotes)
    .where(and(eq(groupNameVotes.communityId, communityId), eq(groupNameVotes.debateId, debateId)));
  return rows.flatMap(({ voter, nameId }) => (nameId === null ? [] : [{ voter, nameId }]));
}

interface Person extends DebateIds {
  readonly participantId: string;
}

/** The name that somebody wants, whether or not it counts yet. */
export async function choiceOf(db: Db, { communityId, debateId, participantId }: Person) {
  const [row] = await db
    .select({ nameId: groupNameVotes.nameId })
    .from(groupNameVotes)
    .where(
      and(
        eq(groupNameVotes.communityId, communityId),
        eq(groupNameVotes.debateId, debateId),
        eq(groupNameVotes.participantId, participantId),
      ),
    );
  return row?.nameId ?? null;
}

export async function saveChoice(db: Db, person: Person, nameId: string | null): Promise<void> {
  const { communityId, debateId, participantId } = groupNameVotes;
  await db
    .insert(groupNameVotes)
    .values({ ...person, nameId })
    .onConflictDoUpdate({
      target: [communityId, debateId, participantId],
      set: { nameId, formerNameId: nowCounted, castAt: sql`now()` },
    });
}

/** One proposal of a person in a debate at a time, until the transaction ends: how many there are is counted before there is one more. */
export async function holdProposals(db: Db, { debateId, participantId }: Person): Promise<void> {
  const key = `group names ${debateId} ${participantId}`;
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

/** The names that somebody proposed in a debate, taken back or not, and what moderation did to them. */
export async function proposalsOf(db: Db, ids: Person) {
  const { id, moderation, authorId } = groupNames;
  return db
    .select({ id, mark: moderation })
    .from(groupNames)
    .where(and(ofDebate(ids), eq(authorId, ids.participantId)))
    .orderBy(asc(id));
}

export async function insertName(db: Db, row: typeof groupNames.$inferInsert): Promise<void> {
  await db.insert(groupNames).values(row);
}

export const written = { table: groupNames, words: ["text"] };

export async function findName(db: Db, { communityId, id }: ModeratedIds) {
  const [row] = await db
    .select()
    .from(groupNames)
    .where(and(eq(groupNames.communityId, communityId), eq(groupNames.id, id)));
  return row;
}

/** Whether a group has a name of this text that stands. */
export async function hasName(
  db: Db,
  ids: DebateIds & { readonly group: number },
  text: string,
): Promise<boolean> {
  const [row] = await db
    .select({ id: groupNames.id })
    .from(groupNames)
    .where(
      and(
        ofDebate(ids),
        eq(groupNames.groupNumber, ids.group),
        sql`lower(${groupNames.text}) = lower(${text})`,
        isNull(groupNames.withdrawnAt),
      ),
    );
  return row !== undefined;
}
