import { z } from "zod";
import { PositionText, PositionTitle } from "./debates.ts";
import { endpoint, nothing } from "./endpoint.ts";
import { communityParams, Id, Moment, Version } from "./ids.ts";
import { ModerationMark } from "./moderated.ts";
import { line, prose } from "./text.ts";

/*
 * The room of a panel: what it works through, what it reads, whom it asks, and what it recommends. Everybody reads it; who
 * of the panel asked or how somebody voted is told to nobody.
 */

export const roomLimits = {
  agenda: 4_000,
  briefing: 20_000,
  question: 1_000,
  answer: 8_000,
  expert: 120,
  experts: 20,
  testimony: 8_000,
  questions: 200,
  recommendations: 40,
} as const;

export const PanelRecommendation = z
  .object({
    id: Id,
    title: z.string(),
    /** Markdown as written. */
    text: z.string(),
    createdAt: Moment,
    yes: z.int(),
    no: z.int(),
    /** More than half of all seats, taken or not. */
    needed: z.int(),
    adoptedAt: Moment.nullable(),
    /** Where it stands in the debate; null until it entered. */
    positionId: Id.nullable(),
    /** How the reader voted. */
    mine: z.boolean().nullable(),
    can: z.object({ vote: z.boolean(), withdraw: z.boolean(), enter: z.boolean() }),
  })
  .meta({ id: "PanelRecommendation" });
export type PanelRecommendation = z.infer<typeof PanelRecommendation>;

/** What is said in the panel's hearing. While it is out of sight it has no words. */
const Heard = z.object({
  /** Markdown as written. */
  text: z.string(),
  moderation: ModerationMark.optional(),
  /** Whether the reader said it; whose it is otherwise is told to nobody. */
  isMine: z.boolean(),
});

/** A question of a member of the panel to whoever knows about it. */
export const PanelQuestion = z
  .object({
    id: Id,
    text: z.string(),
    createdAt: Moment,
    answer: Heard.extend({ expert: z.string(), answeredAt: Moment }).nullable(),
    can: z.object({ answer: z.boolean(), remove: z.boolean() }),
  })
  .meta({ id: "PanelQuestion" });
export type PanelQuestion = z.infer<typeof PanelQuestion>;

/** Somebody who is heard by the panel: knows about its question, and has no seat on it. */
export const PanelExpert = z
  .object({
    id: Id,
    name: z.string(),
    /** Whether they have taken the link that was made for them; before, they are told of to owners alone. */
    isHere: z.boolean(),
    testimony: Heard.extend({ writtenAt: Moment }).nullable(),
    can: z.object({ dismiss: z.boolean() }),
  })
  .meta({ id: "PanelExpert" });
export type PanelExpert = z.infer<typeof PanelExpert>;

export const PanelRoom = z
  .object({
    debateId: Id.nullable(),
    /** Markdown as written; empty until somebody did. */
    agenda: z.string(),
    briefing: z.string(),
    /** Of agenda and briefing. */
    version: Version,
    experts: z.array(PanelExpert),
    questions: z.array(PanelQuestion),
    recommendations: z.array(PanelRecommendation),
    can: z.object({ edit: z.boolean(), ask: z.boolean(), recommend: z.boolean() }),
  })
  .meta({ id: "PanelRoom" });
export type PanelRoom = z.infer<typeof PanelRoom>;

const path = "/api/communities/:communityId/panels/:panelId/room";
const params = communityParams.extend({ panelId: Id });
const questionPath = `${path}/questions/:questionId` as const;
const questionParams = params.extend({ questionId: Id });
const recommendationPath = `${path}/recommendations/:recommendationId` as const;
const recommendationParams = params.extend({ recommendationId: Id });

export const readPanelRoom = endpoint({
  name: "readPanelRoom",
  summary: "What a panel works through, reads, asks and recommends",
  method: "GET",
  path,
  access: "public",
  params,
  reply: PanelRoom,
});

export const editPanelRoom = endpoint({
  name: "editPanelRoom",
  summary: "Say what a panel works through, and what it reads for that",
  method: "PUT",
  path,
  access: "owner",
  params,
  body: z.strictObject({
    agenda: prose(roomLimits.agenda),
    briefing: prose(roomLimits.briefing),
    version: Version,
  }),
  reply: PanelRoom,
});

export const askPanelExperts = endpoint({
  name: "askPanelExperts",
  summary: "Ask something as a member of the panel; owners bring the answer of whoever knows",
  method: "POST",
  path: `${path}/questions`,
  access: "member",
  params,
  body: z.strictObject({ text: prose(roomLimits.question).min(3) }),
  reply: PanelRoom,
});

export const answerPanelQuestion = endpoint({
  name: "answerPanelQuestion",
  summary: "Enter what somebody who knows answers to a question of the panel, or correct it",
  method: "PUT",
  path: `${questionPath}/answer`,
  access: "owner",
  params: questionParams,
  body: z.strictObject({ expert: line(roomLimits.expert), text: prose(roomLimits.answer).min(1) }),
  reply: PanelRoom,
});

export const removePanelQuestion = endpoint({
  name: "removePanelQuestion",
  summary: "Take a question away: its author while it has no answer, owners at any time",
  method: "DELETE",
  path: questionPath,
  access: "member",
  params: questionParams,
  reply: nothing,
});

export const proposeRecommendation = endpoint({
  name: "proposeRecommendation",
  summary: "Put a recommendation before the panel as one of its members",
  method: "POST",
  path: `${path}/recommendations`,
  access: "member",
  params,
  body: z.strictObject({ title: PositionTitle, text: PositionText.default("") }),
  reply: PanelRoom,
});

export const voteOnRecommendation = endpoint({
  name: "voteOnRecommendation",
  summary:
    "Say yes or no as a member of the panel; with yes of more than half of all seats it enters the debate as the panel's position",
  method: "PUT",
  path: `${recommendationPath}/vote`,
  access: "member",
  params: recommendationParams,
  body: z.strictObject({ yes: z.boolean() }),
  reply: PanelRoom,
});

export const enterPanelRecommendation = endpoint({
  name: "enterPanelRecommendation",
  summary: "Enter an adopted recommendation in the debate, where that took no positions before",
  method: "POST",
  path: `${recommendationPath}/position`,
  access: "member",
  params: recommendationParams,
  reply: PanelRoom,
});

export const withdrawRecommendation = endpoint({
  name: "withdrawRecommendation",
  summary: "Take one's own recommendation back, while it is not adopted",
  method: "DELETE",
  path: recommendationPath,
  access: "member",
  params: recommendationParams,
  reply: nothing,
});

export const panelRoomEndpoints = [
  readPanelRoom,
  editPanelRoom,
  askPanelExperts,
  answerPanelQuestion,
  removePanelQuestion,
  proposeRecommendation,
  voteOnRecommendation,
  enterPanelRecommendation,
  withdrawRecommendation,
];
