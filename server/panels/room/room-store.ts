import { and, asc, count, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships } from "#db/schema/communities.ts";
import { positions } from "#db/schema/debates.ts";
import {
  panelExperts,
  panelQuestions,
  panelRecommendations,
  panelVotes,
} from "#db/schema/panel-room.ts";
import { panelVolunteers } from "#db/schema/panels.ts";
import { isMemberHeard } from "../../panel-hearings/public.ts";
import type { PanelIds } from "../store.ts";

/** A question, and which member answered it as an expert; most experts are none. */
export type QuestionRow = typeof panelQuestions.$inferSelect & { readonly memberId: string | null };
export type RecommendationRow = typeof panelRecommendations.$inferSelect;

interface ThingIds extends PanelIds {
  readonly id: string;
}

const isQuestion = ({ communityId, panelId, id }: ThingIds) =>
  and(
    eq(panelQuestions.communityId, communityId),
    eq(panelQuestions.panelId, panelId),
    eq(panelQuestions.id, id),
  );
const isRecommendation = ({ communityId, panelId, id }: ThingIds) =>
  and(
    eq(panelRecommendations.communityId, communityId),
    eq(panelRecommendations.panelId, panelId),
    eq(panelRecommendations.id, id),
  );

const questions = (db: Db) =>
  db
    .select({ ...getTableColumns(panelQuestions), memberId: memberships.participantId })
    .from(panelQuestions)
    .leftJoin(
      panelExperts,
      and(
        eq(panelExperts.communityId, panelQuestions.communityId),
        eq(panelExperts.id, panelQuestions.expertId),
      ),
    )
    .leftJoin(memberships, isMemberHeard);

export async function questionsOf(db: Db, ids: PanelIds): Promise<QuestionRow[]> {
  return questions(db)
    .where(
      and(eq(panelQuestions.communityId, ids.communityId), eq(panelQuestions.panelId, ids.panelId)),
    )
    .orderBy(asc(panelQuestions.createdAt), asc(panelQuestions.id));
}

export async function findQuestion(db: Db, ids: ThingIds): Promise<QuestionRow | undefined> {
  const [row] = await questions(db).where(isQuestion(ids));
  return row;
}

export async function saveQuestion(db: Db, row: typeof panelQuestions.$inferInsert): Promise<void> {
  await db.insert(panelQuestions).values(row);
}

export async function answerQuestion(
  db: Db,
  ids: ThingIds,
  answer: Pick<QuestionRow, "expert" | "answer" | "answeredAt" | "expertId" | "version">,
): Promise<void> {
  await db.update(panelQuestions).set(answer).where(isQuestion(ids));
}

export async function deleteQuestion(db: Db, ids: ThingIds): Promise<void> {
  await db.delete(panelQuestions).where(isQuestion(ids));
}

/** In the words of the positions that they became: what moderators keep out of sight there is nowhere to be read. */
export async function recommendationsOf(db: Db, ids: PanelIds): Promise<RecommendationRow[]> {
  return db
    .select({
      ...getTableColumns(panelRecommendations),
      title: sql<string>`coalesce(${positions.title}, ${panelRecommendations.title})`,
      text: sql<string>`coalesce(${positions.text}, ${panelRecommendations.text})`,
    })
    .from(panelRecommendations)
    .leftJoin(
      positions,
      and(
        eq(positions.communityId, panelRecommendations.communityId),
        eq(positions.id, panelRecommendations.positionId),
      ),
    )
    .where(
      and(
        eq(panelRecommendations.communityId, ids.communityId),
        eq(panelRecommendations.panelId, ids.panelId),
      ),
    )
    .orderBy(asc(panelRecommendations.createdAt), asc(panelRecommendations.id));
}

export async function findRecommendation(
  db: Db,
  ids: ThingIds,
): Promise<RecommendationRow | undefined> {
  const [row] = await db.select().from(panelRecommendations).where(isRecommendation(ids));
  return row;
}

export async function saveRecommendation(
  db: Db,
  row: typeof panelRecommendations.$inferInsert,
): Promise<void> {
  await db.insert(panelRecommendations).values(row);
}

export async function changeRecommendation(
  db: Db,
  ids: ThingIds,
  change: Partial<Pick<RecommendationRow, "adoptedAt" | "positionId">>,
): Promise<void> {
  await db.update(panelRecommendations).set(change).where(isRecommendation(ids));
}

export async function deleteRecommendation(db: Db, ids: ThingIds): Promise<void> {
  await db.delete(panelRecommendations).where(isRecommendation(ids));
}

interface Vote {
  readonly communityId: string;
  readonly recommendationId: string;
  readonly participantId: string;
  readonly isYes: boolean;
}

/** A vote, in place of what the same person said before. */
export async function putVote(db: Db, { isYes, ...vote }: Vote): Promise<void> {
  await db
    .insert(panelVotes)
    .values({ ...vote, isYes })
    .onConflictDoUpdate({
      target: [panelVotes.communityId, panelVotes.recommendationId, panelVotes.participantId],
      set: { isYes },
    });
}

/** The votes of those who sit now; whoever left the panel has none any more. */
export async function votesOf(db: Db, ids: PanelIds): Promise<Vote[]> {
  const of = (await recommendationsOf(db, ids)).map(({ id }) => id);
  if (of.length === 0) return [];
  return db
    .select({
      communityId: panelVotes.communityId,
      recommendationId: panelVotes.recommendationId,
      participantId: panelVotes.participantId,
      isYes: panelVotes.isYes,
    })
    .from(panelVotes)
    .innerJoin(
      panelVolunteers,
      and(
        eq(panelVolunteers.communityId, panelVotes.communityId),
        eq(panelVolunteers.panelId, ids.panelId),
        eq(panelVolunteers.participantId, panelVotes.participantId),
        eq(panelVolunteers.seat, "accepted"),
      ),
    )
    .where(
      and(eq(panelVotes.communityId, ids.communityId), inArray(panelVotes.recommendationId, of)),
    );
}

export async function countQuestions(db: Db, ids: PanelIds): Promise<number> {
  const [row] = await db
    .select({ all: count() })
    .from(panelQuestions)
    .where(
      and(eq(panelQuestions.communityId, ids.communityId), eq(panelQuestions.panelId, ids.panelId)),
    );
  return row?.all ?? 0;
}
