import { isOutOfSight } from "#shared/contract/moderated.ts";
import { isMember, type Standing } from "../../platform/actor.ts";
import { mayManagePanels } from "../policy.ts";
import type { PanelRow, VolunteerRow } from "../store.ts";
import type { ExpertRow } from "./expert-store.ts";
import type { QuestionRow, RecommendationRow } from "./room-store.ts";

type Mine = Pick<VolunteerRow, "seat"> | undefined;

/** Who has taken their seat on a panel that was drawn works in its room. */
export const sits = (standing: Standing, { stage }: Pick<PanelRow, "stage">, mine: Mine): boolean =>
  isMember(standing) && stage === "drawn" && mine?.seat === "accepted";

/** More than half of all seats, whether taken or not. */
export const yesNeeded = ({ seats }: Pick<PanelRow, "seats">): number => Math.floor(seats / 2) + 1;

/** Owners take questions away, unless the answer is out of sight and may come back; who asked while nobody has answered. */
export const mayRemoveQuestion = (
  standing: Standing,
  { askerId, answer, moderation }: Pick<QuestionRow, "askerId" | "answer" | "moderation">,
): boolean =>
  (mayManagePanels(standing) && !isOutOfSight(moderation)) ||
  (askerId === standing.participantId && answer === null);

type Answered = Pick<QuestionRow, "answer" | "expertId" | "moderation">;

/** Owners bring answers; what an expert wrote is theirs to change, and nobody changes what is out of sight. */
export const mayBringAnswer = (
  standing: Standing,
  { expertId, moderation }: Omit<Answered, "answer">,
): boolean => mayManagePanels(standing) && expertId === null && !isOutOfSight(moderation);

/** An expert answers what nobody has answered, and words their own answers anew. */
export const mayAnswerAs = (
  { id }: Pick<ExpertRow, "id">,
  { answer, expertId, moderation }: Answered,
): boolean => answer === null || (expertId === id && !isOutOfSight(moderation));

/** Who worded a recommendation takes it back, while it is not adopted. */
export const mayWithdraw = (
  standing: Standing,
  { authorId, adoptedAt }: Pick<RecommendationRow, "authorId" | "adoptedAt">,
): boolean => authorId === standing.participantId && adoptedAt === null;
