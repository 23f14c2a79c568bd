import { z } from "zod";
import { Choice } from "#shared/lottery/index.ts";
import { incidentStates, severities } from "#shared/systems/index.ts";
import { CommitmentSummary, proposeCommitment } from "./commitments.ts";
import { DisputeStage } from "./disputed.ts";
import { endpoint } from "./endpoint.ts";
import { communityRoom, event } from "./event.ts";
import { Author, communityParams, Id, Moment, Version } from "./ids.ts";
import { ModerationMark } from "./moderated.ts";
import { pageOf, PageQuery } from "./page.ts";
import { systemLimits } from "./systems.ts";
import { line, prose, WebAddress } from "./text.ts";

/*
 * What went wrong with a system that the community governs: a member reports it, moderators and the system's steward
 * look after it, within times that the community has set, and everybody sees what becomes of it.
 */

export const incidentLimits = {
  title: 200,
  words: 5_000,
  harmed: 1_000,
  evidence: 10,
  why: 2_000,
  days: 365,
} as const;

export const IncidentSeverity = z.enum(severities).meta({ id: "IncidentSeverity" });
export type IncidentSeverity = z.infer<typeof IncidentSeverity>;
export const IncidentState = z.enum(incidentStates).meta({ id: "IncidentState" });
export type IncidentState = z.infer<typeof IncidentState>;

const summary = {
  id: Id,
  communityId: Id,
  system: z.object({ id: Id, name: z.string() }),
  /** Which release of the system it happened with. */
  release: z.string(),
  /** Something in its place where moderation keeps the report out of sight. */
  title: z.string(),
  moderation: ModerationMark.optional(),
  severity: IncidentSeverity,
  state: IncidentState,
  /** By when it is to go on from there; null where nothing waits. */
  dueAt: Moment.nullable(),
  isOverdue: z.boolean(),
  reportedAt: Moment,
  version: Version,
};

export const IncidentSummary = z.object(summary).meta({ id: "IncidentSummary" });
export type IncidentSummary = z.infer<typeof IncidentSummary>;

export const IncidentStep = z
  .object({ to: IncidentState, by: Author, why: z.string(), at: Moment })
  .meta({ id: "IncidentStep" });

export const Incident = z
  .object({
    ...summary,
    words: z.string(),
    /** To whom it did harm, and which. */
    harmed: z.string(),
    evidence: z.array(z.object({ title: z.string(), url: z.string() })),
    /** Null where who reported it asked not to be named in public, to all but moderators and themselves. */
    reporter: Author.nullable(),
    isNamed: z.boolean(),
    /** What became of it, the oldest first. */
    steps: z.array(IncidentStep),
    /** The case about it, and what the jury found so far. */
    dispute: z.object({ id: Id, stage: DisputeStage, choice: Choice.nullable() }).nullable(),
    /** What members promised, or were asked to, so that it is mended. */
    commitments: z.array(CommitmentSummary),
    can: z.object({
      /** Where the reader may take it from here. */
      move: z.array(IncidentState),
      askToMend: z.boolean(),
      link: z.boolean(),
    }),
  })
  .meta({ id: "Incident" });
export type Incident = z.infer<typeof Incident>;

const incidentsPath = "/api/communities/:communityId/incidents";
const incidentPath = `${incidentsPath}/:incidentId` as const;
const incidentParams = communityParams.extend({ incidentId: Id });

export const listIncidents = endpoint({
  name: "listIncidents",
  summary: "What was reported about the systems that the community governs, the newest first",
  method: "GET",
  path: incidentsPath,
  access: "public",
  params: communityParams,
  query: PageQuery.extend({ systemId: Id.optional(), state: IncidentState.optional() }),
  reply: pageOf(IncidentSummary),
});

export const reportIncident = endpoint({
  name: "reportIncident",
  summary: "Report what went wrong with a system, under one's name or for moderators alone to know",
  method: "POST",
  path: incidentsPath,
  access: "member",
  params: communityParams,
  body: z.strictObject({
    systemId: Id,
    release: line(systemLimits.release),
    title: line(incidentLimits.title, 3),
    words: prose(incidentLimits.words).min(10),
    harmed: prose(incidentLimits.harmed).min(3),
    severity: IncidentSeverity,
    evidence: z
      .array(z.strictObject({ title: line(200), url: WebAddress }))
      .max(incidentLimits.evidence)
      .default([]),
    isNamed: z.boolean().default(true),
  }),
  reply: Incident,
  limit: { max: 30, perSeconds: 86_400 },
});

export const readIncident = endpoint({
  name: "readIncident",
  summary: "An incident: what happened, what became of it, and who promised what because of it",
  method: "GET",
  path: incidentPath,
  access: "public",
  params: incidentParams,
  reply: Incident,
});

export const moveIncident = endpoint({
  name: "moveIncident",
  summary:
    "Accept or decline what was reported, say that it is being mended, is mended, or is over; always with reasons",
  method: "POST",
  path: `${incidentPath}/steps`,
  access: "member",
  params: incidentParams,
  body: z.strictObject({
    to: IncidentState,
    why: prose(incidentLimits.why).min(3),
    /** How severe it was found to be; only where it is accepted. */
    severity: IncidentSeverity.optional(),
    version: Version,
  }),
  reply: Incident,
});

export const linkIncident = endpoint({
  name: "linkIncident",
  summary: "Say which case is about an incident, or that none is",
  method: "PUT",
  path: `${incidentPath}/dispute`,
  access: "member",
  params: incidentParams,
  body: z.strictObject({ disputeId: Id.nullable(), version: Version }),
  reply: Incident,
});

const { title, criterion, ownerId, dueAt, reviewAt, budget } = proposeCommitment.body.shape;

export const askToMend = endpoint({
  name: "askToMend",
  summary: "Ask a member to commit to mending what an incident showed",
  method: "POST",
  path: `${incidentPath}/commitments`,
  access: "member",
  params: incidentParams,
  body: z.strictObject({ title, criterion, ownerId, dueAt, reviewAt, budget }),
  reply: Incident,
  limit: { max: 60, perSeconds: 3_600 },
});

const Days = z.int().min(1).max(incidentLimits.days);
const terms = z.strictObject({ triageDays: Days, mendDays: Days });

/** How long an incident may wait for its triage, and from then until it is mended, by how severe it is. */
export const IncidentTerms = z
  .strictObject({ low: terms, moderate: terms, high: terms, critical: terms })
  .meta({ id: "IncidentTerms" });
export type IncidentTerms = z.infer<typeof IncidentTerms>;

const termsPath = "/api/communities/:communityId/incident-terms";
const KeptTerms = z.object({
  terms: IncidentTerms,
  /** 0 where nothing was ever changed. */
  version: z.int().min(0),
  can: z.object({ change: z.boolean() }),
});
export type KeptTerms = z.infer<typeof KeptTerms>;

export const readIncidentTerms = endpoint({
  name: "readIncidentTerms",
  summary: "By when the community wants to have dealt with incidents",
  method: "GET",
  path: termsPath,
  access: "public",
  params: communityParams,
  reply: KeptTerms,
});

export const changeIncidentTerms = endpoint({
  name: "changeIncidentTerms",
  summary: "Set by when incidents are to be dealt with; what runs keeps the time that it was given",
  method: "PUT",
  path: termsPath,
  access: "owner",
  params: communityParams,
  body: z.strictObject({ terms: IncidentTerms, version: z.int().min(0) }),
  reply: KeptTerms,
});

/** Something happened to an incident, by somebody or by the clock; readers fetch it anew. */
export const incidentChanged = event({
  name: "incident.changed",
  payload: z.object({ communityId: Id, incidentId: Id, systemId: Id }),
  room: communityRoom,
});

export const incidentEndpoints = [
  listIncidents,
  reportIncident,
  readIncident,
  moveIncident,
  linkIncident,
  askToMend,
  readIncidentTerms,
  changeIncidentTerms,
];
export const incidentEvents = [incidentChanged];
