import type { PanelExpert, PanelRoom } from "#shared/contract/panel-room.ts";
import type { Db } from "#db/client.ts";
import type { ModerationMark } from "#shared/contract/moderated.ts";
import type { Standing } from "../../platform/actor.ts";
import { mayManagePanels } from "../policy.ts";
import { findVolunteer, type PanelRow } from "../store.ts";
import { type ExpertRow, expertsOf } from "./expert-store.ts";
import { mayBringAnswer, mayRemoveQuestion, mayWithdraw, sits, yesNeeded } from "./policy.ts";
import {
  type QuestionRow,
  questionsOf,
  type RecommendationRow,
  recommendationsOf,
  votesOf,
} from "./room-store.ts";
import { saidBy } from "./view-hearing.ts";

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
    experts: (await expertsOf(db, ids)).flatMap((row) => viewExpert(standing, row)),
    questions: (await questionsOf(db, ids)).map((row) => viewQuestion(reader, row)),
    recommendations: (await recommendationsOf(db, ids)).map((row) =>
      viewRecommendation(reader, row, votes),
    ),
    can: { edit: mayManagePanels(standing), ask: isSitting, recommend: isSitting },
  };
}

/** Who was named and has not come is told of to those alone who named them. */
function viewExpert(standing: Standing, row: ExpertRow): PanelExpert[] {
  const testimony = saidBy(row);
  const isHere = row.accountId !== null && row.dismissedAt === null;
  const dismiss = mayManagePanels(standing) && row.dismissedAt === null;
  const isTold = isHere || testimony !== null || dismiss;
  if (!isTold) return [];
  const said = testimony && { ...testimony, ...marked(standing, row) };
  return [{ id: row.id, name: row.name, isHere, testimony: said, can: { dismiss } }];
}

interface Said {
  readonly memberId: string | null;
  readonly moderation: ModerationMark | null;
}

const marked = ({ participantId }: Standing, { memberId, moderation }: Said) => ({
  ...(moderation && { moderation }),
  isMine: memberId !== null && memberId === participantId,
});

function viewQuestion({ standing }: Reader, row: QuestionRow): PanelRoom["questions"][number] {
  const { id, text, createdAt, expert, answer, answeredAt } = row;
  const isAnswered = answer !== null && expert !== null && answeredAt !== null;
  return {
    id,
    text,
    createdAt: createdAt.toISOString(),
    answer: isAnswered
      ? { expert, text: answer, answeredAt: answeredAt.toISOString(), ...marked(standing, row) }
      : null,
    can: { answer: mayBringAnswer(standing, row), remove: mayRemoveQuestion(standing, row) },
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
