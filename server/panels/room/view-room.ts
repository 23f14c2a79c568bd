import type { PanelRoom } from "#shared/contract/panel-room.ts";
import type { Db } from "#db/client.ts";
import type { Standing } from "../../platform/actor.ts";
import { mayManagePanels } from "../policy.ts";
import { findVolunteer, type PanelRow } from "../store.ts";
import { mayRemoveQuestion, mayWithdraw, sits, yesNeeded } from "./policy.ts";
import {
  type QuestionRow,
  questionsOf,
  type RecommendationRow,
  recommendationsOf,
  votesOf,
} from "./room-store.ts";

type Votes = Awaited<ReturnType<typeof votesOf>>;

interface Reader {
  readonly standing: Standing;
  readonly panel: PanelRow;
  readonly isSitting: boolean;
}

/** A panel's room as a reader may see it. */
export async function viewRoom(db: Db, standing: Standing, panel: PanelRow): Promise<PanelRoom> {
  const ids = { communityId: panel.communityId, panelId: panel.id };
  const { participantId } = standing;
  const mine = participantId ? await findVolunteer(db, ids, participantId) : undefined;
  const isSitting = sits(standing, panel, mine);
  const reader = { standing, panel, isSitting };
  const votes = await votesOf(db, ids);
  return {
    debateId: panel.debateId,
    agenda: panel.agenda,
    briefing: panel.briefing,
    version: panel.roomVersion,
    questions: (await questionsOf(db, ids)).map((row) => viewQuestion(reader, row)),
    recommendations: (await recommendationsOf(db, ids)).map((row) =>
      viewRecommendation(reader, row, votes),
    ),
    can: { edit: mayManagePanels(standing), ask: isSitting, recommend: isSitting },
  };
}

function viewQuestion({ standing }: Reader, row: QuestionRow): PanelRoom["questions"][number] {
  const { id, text, createdAt, expert, answer, answeredAt } = row;
  const isAnswered = answer !== null && expert !== null && answeredAt !== null;
  return {
    id,
    text,
    createdAt: createdAt.toISOString(),
    answer: isAnswered ? { expert, text: answer, answeredAt: answeredAt.toISOString() } : null,
    can: { answer: mayManagePanels(standing), remove: mayRemoveQuestion(standing, row) },
  };
}

function viewRecommendation(
  { standing, panel, isSitting }: Reader,
  row: RecommendationRow,
  votes: Votes,
): PanelRoom["recommendations"][number] {
  const { id, title, text, createdAt, adoptedAt, positionId } = row;
  const cast = votes.filter(({ recommendationId }) => recommendationId === id);
  const own = cast.find(({ participantId }) => participantId === standing.participantId);
  const isWaiting = adoptedAt !== null && positionId === null && panel.debateId !== null;
  return {
    id,
    title,
    text,
    createdAt: createdAt.toISOString(),
    yes: cast.filter(({ isYes }) => isYes).length,
    no: cast.filter(({ isYes }) => !isYes).length,
    needed: yesNeeded(panel),
    adoptedAt: adoptedAt?.toISOString() ?? null,
    positionId,
    mine: own?.isYes ?? null,
    can: {
      vote: isSitting && adoptedAt === null,
      withdraw: mayWithdraw(standing, row),
      enter: isWaiting && (isSitting || mayManagePanels(standing)),
    },
  };
}
