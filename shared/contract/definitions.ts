import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { Author, debateParams, Id, Moment, Version } from "./ids.ts";
import { line } from "./text.ts";

export const maxTermLength = 60;
export const maxMeaningLength = 600;
export const Term = line(maxTermLength, 2);
export const Meaning = line(maxMeaningLength, 3);

/** What a word means in a debate, and how many agree with the present wording. */
export const Definition = z
  .object({
    id: Id,
    term: z.string(),
    text: z.string(),
    author: Author,
    /** Who worded it as it stands. */
    editor: Author,
    version: Version,
    updatedAt: Moment,
    agreed: z.int(),
  })
  .meta({ id: "Definition" });
export type Definition = z.infer<typeof Definition>;

const listPath = "/api/communities/:communityId/debates/:debateId/definitions";
const onePath = `${listPath}/:definitionId` as const;
const params = debateParams.extend({ definitionId: Id });

export const listDefinitions = endpoint({
  name: "listDefinitions",
  summary: "The glossary of a debate by its terms, and which wordings the reader agrees with",
  method: "GET",
  path: listPath,
  access: "public",
  params: debateParams,
  reply: z.object({
    items: z.array(Definition),
    mine: z.array(Id),
    can: z.object({
      /** Add, reword, and agree. */
      define: z.boolean(),
      /** Take any definition away; one's own, whoever may define. */
      withdrawAll: z.boolean(),
    }),
  }),
});

export const addDefinition = endpoint({
  name: "addDefinition",
  summary: "Say what a word means in a debate",
  method: "POST",
  path: listPath,
  access: "member",
  params: debateParams,
  body: z.strictObject({ term: Term, text: Meaning }),
  reply: Definition,
});

export const editDefinition = endpoint({
  name: "editDefinition",
  summary: "Reword what a word means, as any member may; what it said before stays in its history",
  method: "PATCH",
  path: onePath,
  access: "member",
  params,
  body: z.strictObject({ version: Version, term: Term, text: Meaning }),
  reply: Definition,
});

export const withdrawDefinition = endpoint({
  name: "withdrawDefinition",
  summary: "Take a definition away: its author, the debate's author, or a moderator",
  method: "DELETE",
  path: onePath,
  access: "member",
  params,
});

export const agreeToDefinition = endpoint({
  name: "agreeToDefinition",
  summary: "Agree with a wording; when it is reworded, people agree anew",
  method: "PUT",
  path: `${onePath}/agreement`,
  access: "member",
  params,
  body: z.strictObject({ version: Version }),
  reply: Definition,
});

export const takeBackAgreement = endpoint({
  name: "takeBackAgreement",
  summary: "Agree with a wording no longer",
  method: "DELETE",
  path: `${onePath}/agreement`,
  access: "member",
  params,
  reply: Definition,
});

export const listDefinitionRevisions = endpoint({
  name: "listDefinitionRevisions",
  summary: "What a definition said in each version, the latest first",
  method: "GET",
  path: `${onePath}/revisions`,
  access: "public",
  params,
  reply: z.object({
    items: z.array(z.object({ version: Version, text: z.string(), editor: Author, at: Moment })),
  }),
});

const inDebate = z.object({ communityId: Id, debateId: Id });

export const definitionChanged = event({
  name: "definition.changed",
  payload: inDebate.extend({ definition: Definition }),
  room: debateRoom,
});
export const definitionWithdrawn = event({
  name: "definition.withdrawn",
  payload: inDebate.extend({ definitionId: Id }),
  room: debateRoom,
});

export const definitionEndpoints = [
  listDefinitions,
  addDefinition,
  editDefinition,
  withdrawDefinition,
  agreeToDefinition,
  takeBackAgreement,
  listDefinitionRevisions,
];
export const definitionEvents = [definitionChanged, definitionWithdrawn];
