import { z } from "zod";
import { endpoint, nothing } from "./endpoint.ts";
import { CitedRule } from "./flags.ts";
import { communityParams, Id, Moment } from "./ids.ts";
import { ContentState } from "./moderated.ts";
import { roomLimits } from "./panel-room.ts";
import { line, prose } from "./text.ts";

/*
 * How experts are heard by a panel. Owners name them and hand each a link; with any account of this installation it makes
 * who takes it an expert of that hearing, and nothing more: no member of the community, and no seat on the panel.
 */

/** Why something is out of sight, as far as who reads it may know. */
const Withheld = z
  .object({
    state: ContentState.exclude(["collapsed"]),
    /** Null while nothing is decided yet. */
    rule: CitedRule.nullable(),
    /** To whoever said it alone, with what it said: why moderators did that. */
    reason: z.string().nullable(),
    actionId: Id,
  })
  .meta({ id: "WithheldInHearing" });
export type Withheld = z.infer<typeof Withheld>;

/** While it is out of sight nobody but whoever said it gets the words. */
const Said = z.object({ text: z.string(), writtenAt: Moment, withheld: Withheld.nullable() });

/** A hearing as one of its experts sees it: not what the panel deliberates on. */
export const Hearing = z
  .object({
    id: Id,
    panel: z.object({ id: Id, title: z.string(), purpose: z.string() }),
    /** Of the community, where the expert may see that; null where not. */
    slug: z.string().nullable(),
    /** What the panel reads. Markdown as written. */
    briefing: z.string(),
    /** How the owners named the reader. */
    name: z.string(),
    /** Whether the reader is a member of the community besides: members alone appeal. */
    isMember: z.boolean(),
    testimony: Said.nullable(),
    /** What the others said who are heard. */
    others: z.array(Said.extend({ name: z.string() })),
    questions: z.array(
      z.object({
        id: Id,
        text: z.string(),
        createdAt: Moment,
        answer: Said.extend({ expert: z.string(), isMine: z.boolean() }).nullable(),
        can: z.object({ answer: z.boolean() }),
      }),
    ),
    can: z.object({ testify: z.boolean() }),
  })
  .meta({ id: "Hearing" });
export type Hearing = z.infer<typeof Hearing>;

const roomPath = "/api/communities/:communityId/panels/:panelId/room";
const roomParams = communityParams.extend({ panelId: Id });
const hearingParams = z.object({ hearingId: Id });
const hearingPath = "/api/hearings/:hearingId";

export const namePanelExpert = endpoint({
  name: "namePanelExpert",
  summary:
    "Name somebody whom the panel hears, and make the link by which they come, shown this once",
  method: "POST",
  path: `${roomPath}/experts`,
  access: "owner",
  params: roomParams,
  body: z.strictObject({ name: line(roomLimits.expert) }),
  reply: z.object({ expertId: Id, token: z.string() }),
  // A kept first answer would keep the token; a second link can be taken away.
  repeatable: true,
  limit: { max: 60, perSeconds: 3_600 },
});

export const dismissPanelExpert = endpoint({
  name: "dismissPanelExpert",
  summary: "Hear somebody no more: their link or their access ends, and what they said stays",
  method: "DELETE",
  path: `${roomPath}/experts/:expertId`,
  access: "owner",
  params: roomParams.extend({ expertId: Id }),
  reply: nothing,
});

export const comeToHearing = endpoint({
  name: "comeToHearing",
  summary: "Come to a hearing by the link that one was handed as an expert; it is taken once",
  method: "POST",
  path: "/api/hearings",
  access: "self",
  body: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{20,100}$/) }),
  reply: Hearing,
  limit: { max: 60, perSeconds: 60 },
});

export const readHearing = endpoint({
  name: "readHearing",
  summary: "A hearing to which one came as an expert: what is asked and said there",
  method: "GET",
  path: hearingPath,
  access: "self",
  params: hearingParams,
  reply: Hearing,
});

export const testify = endpoint({
  name: "testify",
  summary:
    "Say as an expert what one knows about a panel's question, in place of what one said before",
  method: "PUT",
  path: `${hearingPath}/testimony`,
  access: "self",
  params: hearingParams,
  body: z.strictObject({ text: prose(roomLimits.testimony).min(1) }),
  reply: Hearing,
});

export const answerInHearing = endpoint({
  name: "answerInHearing",
  summary: "Answer a question of the panel as an expert, or correct one's own answer",
  method: "PUT",
  path: `${hearingPath}/questions/:questionId/answer`,
  access: "self",
  params: hearingParams.extend({ questionId: Id }),
  body: z.strictObject({ text: prose(roomLimits.answer).min(1) }),
  reply: Hearing,
});

export const panelHearingEndpoints = [
  namePanelExpert,
  dismissPanelExpert,
  comeToHearing,
  readHearing,
  testify,
  answerInHearing,
];
