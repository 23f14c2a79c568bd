import { z } from "zod";
import { linkKinds, systemKinds } from "#shared/systems/index.ts";
import { endpoint } from "./endpoint.ts";
import { communityRoom, event } from "./event.ts";
import { Author, communityParams, Id, Moment, Version } from "./ids.ts";
import { pageOf, PageQuery } from "./page.ts";
import { line, prose, WebAddress } from "./text.ts";

/*
 * Accountability cards: what a community says about the models, data sets and services that it governs. A card has a
 * steward who is a member, and versions of which none is lost.
 */

export const systemLimits = {
  name: 120,
  release: 60,
  licence: 120,
  words: 4_000,
  reason: 1_000,
  evaluations: 50,
  links: 50,
} as const;

export const SystemKind = z.enum(systemKinds).meta({ id: "SystemKind" });
export type SystemKind = z.infer<typeof SystemKind>;

const given = {
  kind: SystemKind,
  name: line(systemLimits.name, 2),
  /** Which release of it the card is about, in its makers' words. */
  release: line(systemLimits.release),
  licence: line(systemLimits.licence),
  /** Where it is published. */
  url: WebAddress.nullable(),
  intendedUse: prose(systemLimits.words).min(3),
  knownHarms: prose(systemLimits.words).min(3),
  evaluations: z
    .array(
      z.strictObject({
        measured: line(200),
        /** With its unit, as who measured it wrote it. */
        value: line(100),
        on: z.iso.date(),
        by: line(120),
        url: WebAddress,
      }),
    )
    .max(systemLimits.evaluations)
    .default([]),
};

/** What a card says, as it is written. */
export const SystemCardInput = z.strictObject({
  ...given,
  /** A member, who answers for it. */
  stewardId: Id,
  links: z
    .array(z.strictObject({ kind: z.enum(linkKinds), id: Id }))
    .max(systemLimits.links)
    .default([]),
});
export type SystemCardInput = z.output<typeof SystemCardInput>;

const summary = {
  id: Id,
  communityId: Id,
  kind: SystemKind,
  name: z.string(),
  release: z.string(),
  steward: Author,
  /** Counts the versions of the card. */
  version: Version,
  changedAt: Moment,
  /** Incidents that are neither over nor declined, and how many of them are late. */
  openIncidents: z.int(),
  overdueIncidents: z.int(),
};

export const SystemSummary = z.object(summary).meta({ id: "SystemSummary" });
export type SystemSummary = z.infer<typeof SystemSummary>;

export const CardLink = z.object({
  kind: z.enum(linkKinds),
  id: Id,
  /** What it is called now. */
  title: z.string(),
  /** The debate in which it is, where it is in one. */
  debateId: Id.nullable(),
});
export type CardLink = z.infer<typeof CardLink>;

const said = {
  licence: z.string(),
  url: z.string().nullable(),
  intendedUse: z.string(),
  knownHarms: z.string(),
  evaluations: z.array(
    z.object({
      measured: z.string(),
      value: z.string(),
      on: z.string(),
      by: z.string(),
      url: z.string(),
    }),
  ),
  links: z.array(CardLink),
};

export const System = z
  .object({
    ...summary,
    ...said,
    /** Whether its steward is a member still; if not, it needs another one. */
    hasSteward: z.boolean(),
    can: z.object({ change: z.boolean(), report: z.boolean() }),
  })
  .meta({ id: "System" });
export type System = z.infer<typeof System>;

export const SystemVersion = z
  .object({
    version: Version,
    kind: SystemKind,
    name: z.string(),
    release: z.string(),
    ...said,
    steward: Author,
    by: Author,
    /** Why the card was changed; empty of the first version. */
    reason: z.string(),
    at: Moment,
  })
  .meta({ id: "SystemVersion" });
export type SystemVersion = z.infer<typeof SystemVersion>;

const systemsPath = "/api/communities/:communityId/systems";
const systemPath = `${systemsPath}/:systemId` as const;
const systemParams = communityParams.extend({ systemId: Id });

export const listSystems = endpoint({
  name: "listSystems",
  summary: "The models, data sets and services that the community governs, the newest first",
  method: "GET",
  path: systemsPath,
  access: "public",
  params: communityParams,
  query: PageQuery,
  reply: pageOf(SystemSummary).extend({ can: z.object({ register: z.boolean() }) }),
});

export const registerSystem = endpoint({
  name: "registerSystem",
  summary: "Register a system that the community governs, with its accountability card",
  method: "POST",
  path: systemsPath,
  access: "moderator",
  params: communityParams,
  body: SystemCardInput,
  reply: System,
  limit: { max: 60, perSeconds: 3_600 },
});

export const readSystem = endpoint({
  name: "readSystem",
  summary: "A system's accountability card as it is now",
  method: "GET",
  path: systemPath,
  access: "public",
  params: systemParams,
  reply: System,
});

export const changeSystem = endpoint({
  name: "changeSystem",
  summary: "Write the next version of a system's card, and say why",
  method: "PUT",
  path: systemPath,
  access: "member",
  params: systemParams,
  body: SystemCardInput.extend({
    reason: prose(systemLimits.reason).min(3),
    /** The version that was read. */
    version: Version,
  }),
  reply: System,
});

export const listSystemVersions = endpoint({
  name: "listSystemVersions",
  summary: "Every version of a system's card, the newest first: who wrote it when, and why",
  method: "GET",
  path: `${systemPath}/versions`,
  access: "public",
  params: systemParams,
  query: PageQuery,
  reply: pageOf(SystemVersion),
});

export const downloadSystemCard = endpoint({
  name: "downloadSystemCard",
  summary:
    "A system's card as a file: format, version of the format, the card with its links and incidents, and the SHA-256 of the card's canonical JSON (RFC 8785)",
  method: "GET",
  path: `${systemPath}/card`,
  access: "public",
  params: systemParams,
  download: "JSON in canonical form: `folkmoot-system-card`, version 1",
});

/** A system was registered, its card was changed, or its incidents were; readers fetch it anew. */
export const systemChanged = event({
  name: "system.changed",
  payload: z.object({ communityId: Id, systemId: Id }),
  room: communityRoom,
});

export const systemEndpoints = [
  listSystems,
  registerSystem,
  readSystem,
  changeSystem,
  listSystemVersions,
  downloadSystemCard,
];
export const systemEvents = [systemChanged];
