import { z } from "zod";
import { Share } from "./accountability.ts";
import { endpoint } from "./endpoint.ts";
import { communityRoom, event } from "./event.ts";
import { communityParams, Id, Moment } from "./ids.ts";
import { brokenRule } from "./reasons.ts";
import { line, prose } from "./text.ts";

/*
 * What members may say about themselves, of their own will and for nobody to read: only sums leave the server, in fives and
 * never of few. Beside the shares that there should be, they show who is missing where people write, vote and judge.
 */

export const declaredLimits = {
  attributes: 8,
  values: 20,
  name: 40,
  consent: 2_000,
  /** of a table of groups, in characters */
  table: 20_000,
} as const;

/** In hundredths of a per cent. */
const Target = z.int().min(0).max(10_000).nullable();

export const DeclaredValue = z.object({ id: Id, name: z.string(), target: Target });
export const DeclaredAttribute = z
  .object({ id: Id, name: z.string(), values: z.array(DeclaredValue) })
  .meta({ id: "DeclaredAttribute" });
export type DeclaredAttribute = z.infer<typeof DeclaredAttribute>;

/** Null: prefers not to say. */
const Answer = z.object({ attributeId: Id, valueId: Id.nullable() });

export const DeclaredGroups = z
  .object({
    attributes: z.array(DeclaredAttribute),
    /** What people agree to who say something about themselves. */
    consent: z.string(),
    /** Goes up with each change; 0 where nothing was ever defined. */
    version: z.int(),
    /** What the reader said; null for who is no member. */
    mine: z.array(Answer).nullable(),
    can: z.object({ define: z.boolean(), declare: z.boolean() }),
  })
  .meta({ id: "DeclaredGroups" });
export type DeclaredGroups = z.infer<typeof DeclaredGroups>;

const path = "/api/communities/:communityId/declared-groups";
const Name = line(declaredLimits.name);

const areDistinct = (items: readonly { readonly name: string }[]): boolean =>
  new Set(items.map(({ name }) => name.toLowerCase())).size === items.length;

/** Shares are given for all values of an attribute or for none; together they are the whole. */
const areWhole = (values: readonly { readonly target: number | null }[]): boolean => {
  const targets = values.flatMap(({ target }) => (target === null ? [] : [target]));
  if (targets.length === 0) return true;
  return targets.length === values.length && targets.reduce((sum, one) => sum + one, 0) === 10_000;
};

/** What has an id stays what it is, with what people said; what has none is new. */
const Defined = z.strictObject({
  id: Id.optional(),
  name: Name,
  values: z
    .array(z.strictObject({ id: Id.optional(), name: Name, target: Target.default(null) }))
    .min(2)
    .max(declaredLimits.values)
    .refine(areDistinct, brokenRule("same-names"))
    .refine(areWhole, brokenRule("targets-sum")),
});
export const DefinedAttributes = z
  .array(Defined)
  .max(declaredLimits.attributes)
  .refine(areDistinct, brokenRule("same-names"));
export type DefinedAttributes = z.infer<typeof DefinedAttributes>;

export const readDeclaredGroups = endpoint({
  name: "readDeclaredGroups",
  summary: "What members of a community may say about themselves, and what the reader said",
  method: "GET",
  path,
  access: "public",
  params: communityParams,
  reply: DeclaredGroups,
});

export const defineDeclaredGroups = endpoint({
  name: "defineDeclaredGroups",
  summary:
    "Say what members may say about themselves, with the shares that there should be; what is left out goes, with what people said of it",
  method: "PUT",
  path,
  access: "owner",
  params: communityParams,
  body: z.strictObject({
    attributes: DefinedAttributes,
    consent: prose(declaredLimits.consent).refine(
      (text) => text !== "",
      brokenRule("text-missing"),
    ),
    version: z.int().min(0),
  }),
  reply: DeclaredGroups,
});

export const readGroupTable = endpoint({
  name: "readGroupTable",
  summary:
    "Read attributes, values and shares out of a table (attribute,value,share), to be looked at and then saved; nothing is stored",
  method: "POST",
  path: `${path}/table`,
  access: "owner",
  repeatable: true,
  params: communityParams,
  body: z.strictObject({ csv: prose(declaredLimits.table).min(1) }),
  reply: z.object({
    attributes: z.array(
      z.object({
        name: z.string(),
        values: z.array(z.object({ name: z.string(), target: Target })),
      }),
    ),
  }),
});

export const declareGroups = endpoint({
  name: "declareGroups",
  summary: "Say something about oneself, in place of what one said before; nobody reads it",
  method: "PUT",
  path: `${path}/mine`,
  access: "member",
  whileSuspended: true,
  params: communityParams,
  body: z.strictObject({
    answers: z.array(Answer).max(declaredLimits.attributes),
    /** The version of what is agreed to: another one meanwhile is a conflict. */
    version: z.int().min(1),
  }),
});

export const withdrawDeclaredGroups = endpoint({
  name: "withdrawDeclaredGroups",
  summary: "Take back all that one said about oneself in a community",
  method: "DELETE",
  path: `${path}/mine`,
  access: "member",
  whileSuspended: true,
  params: communityParams,
});

/** Of whom a report tells: members, who took part in a debate, who voted, judged, sits on a panel, on whom moderators acted. */
export const populations = [
  "community",
  "debate",
  "decision",
  "panel",
  "juries",
  "moderation",
] as const;
export const Population = z.enum(populations).meta({ id: "Population" });
export type Population = z.infer<typeof Population>;

/** How those who said one thing voted. */
const Support = z.object({
  /** The values' ids; several where they are too few by themselves. */
  values: z.array(Id),
  /** Whether those are among them who said nothing. */
  isRest: z.boolean(),
  voters: z.int(),
  backing: z.array(z.object({ option: Id.or(z.string()), count: z.int() })),
});

export const RepresentationRow = z
  .object({
    valueId: Id,
    target: Target,
    share: Share.nullable(),
    verdict: z.enum(["missing", "over", "as-meant"]).nullable(),
    /** How many more it would take, while all others stay. */
    wanted: z.int(),
    /** Per cent of all words and of all replies, in fives; null where it can't be told without telling of few. */
    words: z.int().nullable(),
    replies: z.int().nullable(),
  })
  .meta({ id: "RepresentationRow" });
export type RepresentationRow = z.infer<typeof RepresentationRow>;

export const RepresentationPart = z
  .object({
    attributeId: Id,
    /** When it was last worked out; null where there are too few to tell of. */
    asOf: Moment.nullable(),
    rows: z.array(RepresentationRow),
    /** Who said a value that is not told by itself. */
    rest: z.int().nullable(),
    /** Of how many, rounded to fives. */
    of: z.int(),
    support: z.array(Support),
  })
  .meta({ id: "RepresentationPart" });
export type RepresentationPart = z.infer<typeof RepresentationPart>;

/** What would be backed by how many if the shares were what they should be. */
export const Reweighted = z
  .object({
    kind: z.enum(["raked", "empty-value", "heavy-weight", "no-end", "too-few"]),
    /** The value that nobody has. */
    valueId: Id.nullable(),
    people: z.int(),
    /** The most that anybody counts for. */
    largest: z.number(),
    /** Per cent of those who said all of it, as it was and as it would be. */
    options: z.array(z.object({ option: z.string(), real: z.int(), reweighted: z.int() })),
  })
  .meta({ id: "Reweighted" });
export type Reweighted = z.infer<typeof Reweighted>;

export const Representation = z
  .object({
    population: Population,
    attributes: z.array(DeclaredAttribute),
    /** How many there are, whatever they said. */
    people: z.int(),
    parts: z.array(RepresentationPart),
    /** How unequally words are shared among those who wrote, 0 to 1; null where nobody writes, or fewer than five did. */
    gini: z.number().nullable(),
    reweighted: Reweighted.nullable(),
    options: z.array(z.object({ id: z.string(), title: z.string() })),
  })
  .meta({ id: "Representation" });
export type Representation = z.infer<typeof Representation>;

export const readRepresentation = endpoint({
  name: "readRepresentation",
  summary:
    "Who takes part beside who should: shares with intervals, who is missing, and how groups voted",
  method: "GET",
  path: "/api/communities/:communityId/representation",
  access: "public",
  params: communityParams,
  query: z.object({ population: Population.default("community"), id: Id.optional() }),
  reply: Representation,
});

/** What members may say about themselves has changed. */
export const declaredGroupsChanged = event({
  name: "declared-groups.changed",
  payload: z.object({ communityId: Id }),
  room: communityRoom,
});

export const representationEndpoints = [
  readDeclaredGroups,
  defineDeclaredGroups,
  readGroupTable,
  declareGroups,
  withdrawDeclaredGroups,
  readRepresentation,
] as const;
export const representationEvents = [declaredGroupsChanged] as const;
