import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships } from "#db/schema/communities.ts";
import { panelExperts, panelQuestions } from "#db/schema/panel-room.ts";
import { panels } from "#db/schema/panels.ts";
import type { ModerationMark } from "#shared/contract/moderated.ts";
import type { ModeratedIds } from "../platform/moderated.ts";

/** The membership of who is heard. */
export const isMemberHeard = and(
  eq(memberships.communityId, panelExperts.communityId),
  eq(memberships.accountId, panelExperts.accountId),
  eq(memberships.status, "active"),
);

/** Who said something; nobody where owners brought what somebody answered. */
const speaker = {
  expertId: panelExperts.id,
  accountId: panelExperts.accountId,
  memberId: memberships.participantId,
  dismissedAt: panelExperts.dismissedAt,
};

const isTestimony = ({ communityId, id }: ModeratedIds) =>
  and(eq(panelExperts.communityId, communityId), eq(panelExperts.id, id));
const isAnswer = ({ communityId, id }: ModeratedIds) =>
  and(eq(panelQuestions.communityId, communityId), eq(panelQuestions.id, id));

export async function findTestimony(db: Db, ids: ModeratedIds) {
  const { panelId, testimony: text, version, moderation } = panelExperts;
  const [row] = await db
    .select({ panelId, text, version, moderation, ...speaker })
    .from(panelExperts)
    .leftJoin(memberships, isMemberHeard)
    .where(isTestimony(ids));
  return row && { ...row, question: null };
}

export async function findAnswer(db: Db, ids: ModeratedIds) {
  const { panelId, text: question, answer: text, version, moderation } = panelQuestions;
  const [row] = await db
    .select({ panelId, question, text, version, moderation, ...speaker })
    .from(panelQuestions)
    .leftJoin(
      panelExperts,
      and(
        eq(panelExperts.communityId, panelQuestions.communityId),
        eq(panelExperts.id, panelQuestions.expertId),
      ),
    )
    .leftJoin(memberships, isMemberHeard)
    .where(isAnswer(ids));
  return row;
}

/** Other words, or another mark. */
export interface SaidChange {
  readonly text?: string;
  readonly moderation?: ModerationMark | null;
}

export async function changeTestimony(db: Db, ids: ModeratedIds, to: SaidChange) {
  await db
    .update(panelExperts)
    .set({ testimony: to.text, moderation: to.moderation })
    .where(isTestimony(ids));
}

export async function changeAnswer(db: Db, ids: ModeratedIds, to: SaidChange) {
  await db
    .update(panelQuestions)
    .set({ answer: to.text, moderation: to.moderation })
    .where(isAnswer(ids));
}

/** A panel, held, so that nobody says something else in its hearing meanwhile. */
export async function holdPanel(db: Db, { communityId, id }: ModeratedIds) {
  const [row] = await db
    .select()
    .from(panels)
    .where(and(eq(panels.communityId, communityId), eq(panels.id, id)))
    .for("update");
  return row;
}
