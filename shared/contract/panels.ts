import { z } from "zod";
import { PanelTranscript } from "#shared/sortition/transcript.ts";
import { endpoint, nothing } from "./endpoint.ts";
import { communityRoom, event } from "./event.ts";
import { communityParams, Id, Moment } from "./ids.ts";
import { line, prose } from "./text.ts";

/*
 * Panels: some of a community, drawn by lot under quotas from those who volunteer, who deliberate on behalf of all. What
 * volunteers say of themselves is seen by nobody else; only sums leave the server, and none that would tell of few.
 */

export const panelLimits = {
  title: 120,
  purpose: 2_000,
  seats: 200,
  attributes: 8,
  values: 12,
  word: 40,
  household: 120,
  volunteers: 5_000,
  reason: 500,
  characters: 1_000_000,
  /** Nobody is counted in a group of fewer. */
  smallestCell: 5,
} as const;

export const panelStages = ["registering", "computing", "drawing", "drawn"] as const;
export const PanelStage = z.enum(panelStages).meta({ id: "PanelStage" });
export type PanelStage = z.infer<typeof PanelStage>;

export const panelRules = ["leximin", "maximin", "nash"] as const;
const Word = line(panelLimits.word);
const Seats = z.int().min(0).max(panelLimits.seats);

/** What a panel is to be like in one respect: a value for each kind of people, with the fewest and the most seats. */
export const PanelAttribute = z
  .object({
    name: Word,
    values: z
      .array(z.object({ value: Word, min: Seats, max: Seats }))
      .min(2)
      .max(panelLimits.values),
  })
  .meta({ id: "PanelAttribute" });
export type PanelAttribute = z.infer<typeof PanelAttribute>;

const Bound = z.object({
  attribute: z.string(),
  value: z.string(),
  bound: z.enum(["min", "max"]),
  seats: z.int(),
});

/** Why there was no panel: quotas that contradict one another among these people, and the least that helps. */
export const PanelObstacle = z
  .object({
    conflict: z.array(Bound),
    relaxation: z.array(Bound.extend({ instead: z.int() })),
    /** How many of the seats could be filled without quotas. */
    mostSeats: z.int(),
  })
  .meta({ id: "PanelObstacle" });
export type PanelObstacle = z.infer<typeof PanelObstacle>;

const seatStates = ["invited", "accepted", "declined", "replaced"] as const;
export const SeatState = z.enum(seatStates).meta({ id: "PanelSeat" });
export type SeatState = z.infer<typeof SeatState>;

const Counts = z.array(
  z.object({
    attribute: z.string(),
    values: z.array(z.object({ value: z.string(), count: z.int() })),
  }),
);

const Answers = z.record(Word, Word);
const Household = line(panelLimits.household).nullable().default(null);

export const Panel = z
  .object({
    id: Id,
    communityId: Id,
    debateId: Id.nullable(),
    title: z.string(),
    purpose: z.string(),
    seats: z.int(),
    attributes: z.array(PanelAttribute),
    onePerHousehold: z.boolean(),
    rule: z.enum(panelRules),
    stage: PanelStage,
    volunteers: z.int(),
    /** How many volunteers have each value, once the list is fixed; no attribute with a value that few have. */
    counts: Counts,
    /**
     * The same of those whom the lot drew at first, where those whom it did not draw are not few either. Whoever came
     * later for others is not counted in: two counts with one person between them would tell of that one.
     */
    drawnCounts: Counts,
    obstacle: PanelObstacle.nullable(),
    listHash: z.string().nullable(),
    lotteryHash: z.string().nullable(),
    /** How the chances of all on the list are spread, and the highest lowest one that there could be. */
    spread: z
      .object({
        minimum: z.number(),
        mean: z.number(),
        maximum: z.number(),
        gini: z.number(),
        maximin: z.number(),
      })
      .nullable(),
    /** Which of the thousand panels was drawn. */
    number: z.int().nullable(),
    dueAt: Moment.nullable(),
    accepted: z.int(),
    createdAt: Moment,
    /** What the reader alone is told of themselves. */
    mine: z
      .object({
        answers: Answers,
        household: z.string().nullable(),
        chance: z.number().nullable(),
        seat: SeatState.nullable(),
        /** How the reader stands in the published list, and the salt that proves it. */
        pseudonym: z.string().nullable(),
        salt: z.string().nullable(),
      })
      .nullable(),
    can: z.object({ volunteer: z.boolean(), manage: z.boolean(), answer: z.boolean() }),
  })
  .meta({ id: "Panel" });
export type Panel = z.infer<typeof Panel>;

const listPath = "/api/communities/:communityId/panels";
const onePath = `${listPath}/:panelId` as const;
const params = communityParams.extend({ panelId: Id });

export const listPanels = endpoint({
  name: "listPanels",
  summary: "A community's panels, the newest first",
  method: "GET",
  path: listPath,
  access: "public",
  params: communityParams,
  reply: z.object({ items: z.array(Panel), can: z.object({ create: z.boolean() }) }),
});

export const createPanel = endpoint({
  name: "createPanel",
  summary: "Call for volunteers for a panel, with the quotas that it is to meet",
  method: "POST",
  path: listPath,
  access: "owner",
  params: communityParams,
  body: z.strictObject({
    title: line(panelLimits.title, 3),
    purpose: prose(panelLimits.purpose).min(3),
    debateId: Id.nullable().default(null),
    seats: z.int().min(1).max(panelLimits.seats),
    attributes: z.array(PanelAttribute).max(panelLimits.attributes),
    onePerHousehold: z.boolean().default(true),
    rule: z.enum(panelRules).default("leximin"),
  }),
  reply: Panel,
});

export const changePanelQuotas = endpoint({
  name: "changePanelQuotas",
  summary: "Call for other quotas or another size, while people can register; all of them stay",
  method: "PUT",
  path: `${onePath}/quotas`,
  access: "owner",
  params,
  body: z.strictObject({
    seats: z.int().min(1).max(panelLimits.seats),
    /** For each attribute, in the panel's order, the fewest and the most seats of each of its values. */
    bounds: z
      .array(z.array(z.object({ min: Seats, max: Seats })).max(panelLimits.values))
      .max(panelLimits.attributes),
  }),
  reply: Panel,
});

export const readPanel = endpoint({
  name: "readPanel",
  summary: "A panel; one's own chance and seat are told to oneself alone",
  method: "GET",
  path: onePath,
  access: "public",
  params,
  reply: Panel,
});

export const volunteer = endpoint({
  name: "volunteer",
  summary: "Volunteer for a panel, or say anew what one is, while people can register",
  method: "PUT",
  path: `${onePath}/volunteering`,
  access: "member",
  params,
  body: z.strictObject({ answers: Answers, household: Household }),
  reply: Panel,
});

export const withdrawFromPanel = endpoint({
  name: "withdrawFromPanel",
  summary: "Volunteer no longer, while people can register; what one said is forgotten",
  method: "DELETE",
  path: `${onePath}/volunteering`,
  access: "member",
  whileSuspended: true,
  params,
  reply: nothing,
});

export const importVolunteers = endpoint({
  name: "importVolunteers",
  summary:
    "Register members by a CSV table: member, household, then each attribute; all rows or none",
  method: "POST",
  path: `${onePath}/volunteers`,
  access: "owner",
  params,
  body: z.strictObject({ csv: prose(panelLimits.characters).min(1) }),
  reply: Panel,
  bodyLimit: 2 * panelLimits.characters + 65_536,
});

export const fixPanelList = endpoint({
  name: "fixPanelList",
  summary:
    "End registration: the list's hash is entered in the public record, and the lottery drawn up",
  method: "POST",
  path: `${onePath}/list`,
  access: "owner",
  params,
  reply: Panel,
});

export const readPanelTranscript = endpoint({
  name: "readPanelTranscript",
  summary:
    "Everything with which anybody can draw a panel again: no names, and nothing people said of themselves",
  method: "GET",
  path: `${onePath}/transcript`,
  access: "public",
  params,
  reply: PanelTranscript,
});

export const answerPanelInvitation = endpoint({
  name: "answerPanelInvitation",
  summary:
    "Take the seat that one was drawn for, or decline it: then another is drawn by the same lot",
  method: "POST",
  path: `${onePath}/seat`,
  access: "member",
  params,
  body: z.strictObject({ accept: z.boolean() }),
  reply: Panel,
});

export const listPanelSeats = endpoint({
  name: "listPanelSeats",
  summary: "Who was drawn, for owners and those who sit themselves",
  method: "GET",
  path: `${onePath}/seats`,
  access: "member",
  params,
  reply: z.object({
    items: z.array(
      z.object({
        participantId: Id,
        name: z.string(),
        seat: SeatState,
        /** Why somebody was replaced, for owners alone. */
        reason: z.string().nullable(),
      }),
    ),
  }),
});

export const replacePanelMember = endpoint({
  name: "replacePanelMember",
  summary: "Free somebody's seat for a reason that is kept, and draw another by the same lot",
  method: "POST",
  path: `${onePath}/replacements`,
  access: "owner",
  params,
  body: z.strictObject({ participantId: Id, reason: prose(panelLimits.reason).min(3) }),
  reply: Panel,
});

/** A panel was called, moved on, or its seats changed. */
export const panelChanged = event({
  name: "panel.changed",
  payload: z.object({ communityId: Id, panelId: Id, stage: PanelStage }),
  room: communityRoom,
});

/** How far the lottery of a panel is. */
export const panelProgressed = event({
  name: "panel.progressed",
  folded: true,
  payload: z.object({ communityId: Id, panelId: Id, done: z.int(), of: z.int() }),
  room: communityRoom,
});

export const panelEndpoints = [
  listPanels,
  createPanel,
  changePanelQuotas,
  readPanel,
  volunteer,
  withdrawFromPanel,
  importVolunteers,
  fixPanelList,
  readPanelTranscript,
  answerPanelInvitation,
  listPanelSeats,
  replacePanelMember,
];
export const panelEvents = [panelChanged, panelProgressed];
