import {
  and,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { charterVersions } from "#db/schema/charter.ts";
import { debates } from "#db/schema/debates.ts";
import { moderationActions, sanctions } from "#db/schema/moderation.ts";
import type { ActionKind } from "#shared/contract/moderated.ts";
import type { CitedRule } from "#shared/contract/flags.ts";
import type { ActionState } from "#shared/contract/moderation.ts";
import { verdicts } from "./policy.ts";
import type { ActionRow } from "./store.ts";

export interface ActionIds {
  readonly communityId: string;
  readonly actionId: string;
}

const isAction = ({ communityId, actionId }: ActionIds) =>
  and(eq(moderationActions.communityId, communityId), eq(moderationActions.id, actionId));

export type NewAction = typeof moderationActions.$inferInsert;

export async function saveAction(db: Db, row: NewAction): Promise<ActionRow> {
  const [saved] = await db.insert(moderationActions).values(row).returning();
  if (!saved) throw new Error("an insert gives its row");
  return saved;
}

export async function findAction(db: Db, ids: ActionIds): Promise<ActionRow | undefined> {
  const [row] = await db.select().from(moderationActions).where(isAction(ids));
  return row;
}

/** Changes how an action stands. */
export async function setActionState(
  db: Db,
  ids: ActionIds,
  { state, byId = null }: { readonly state: ActionState; readonly byId?: string | null },
): Promise<ActionRow> {
  const isOn = state === "in-force";
  const [row] = await db
    .update(moderationActions)
    .set({ state, endedAt: isOn ? null : sql`now()`, endedById: isOn ? null : byId })
    .where(isAction(ids))
    .returning();
  if (!row) throw new Error("an action that is locked is there");
  return row;
}

/** The latest decision that stands about whether something is read. */
export async function decisionAbout(
  db: Db,
  communityId: string,
  subjectId: string,
): Promise<ActionRow | undefined> {
  const is = moderationActions;
  const [row] = await db
    .select()
    .from(is)
    .where(
      and(
        eq(is.communityId, communityId),
        eq(is.subjectId, subjectId),
        inArray(is.kind, [...verdicts]),
        eq(is.state, "in-force"),
      ),
    )
    .orderBy(desc(is.id))
    .limit(1);
  return row;
}

/** Notes which change of where claims stand an action made. */
export async function setChange(db: Db, ids: ActionIds, changeId: string): Promise<void> {
  await db.update(moderationActions).set({ changeId }).where(isAction(ids));
}

interface Wanted {
  readonly communityId: string;
  readonly kind?: ActionKind | undefined;
  readonly rules?: readonly number[] | undefined;
  readonly debateId?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly actorId?: string | undefined;
  readonly authorId?: string | undefined;
  /** Leaves out what a threshold or a list did. */
  readonly isDecided?: true;
  /** For whom: drafts of others, and people as such, are left out for who does not look after them. */
  readonly reader?: {
    readonly participantId: string | null;
    readonly debateIds: readonly string[] | null;
  };
}

/** Actions in debates that a reader may know of. */
function knownTo({ participantId, debateIds }: NonNullable<Wanted["reader"]>): SQL | undefined {
  if (debateIds === null) return undefined;
  const { communityId, debateId, authorId } = moderationActions;
  return or(
    isNull(debateId),
    inArray(debateId, [...debateIds]),
    participantId === null ? undefined : eq(authorId, participantId),
    sql`exists (select from ${debates}
      where ${debates.communityId} = ${communityId} and ${debates.id} = ${debateId}
        and coalesce(${debates.archivedFrom}, ${debates.phase}) <> 'draft')`,
  );
}

/** What was done about a person is not found by asking for that person. */
function notAsked({ participantId, debateIds }: NonNullable<Wanted["reader"]>): SQL | undefined {
  if (debateIds === null) return undefined;
  const { subjectKind, authorId } = moderationActions;
  const isOwn = participantId === null ? undefined : eq(authorId, participantId);
  return or(ne(subjectKind, "profile"), isOwn);
}

interface Part {
  readonly before?: string | null;
  readonly limit: number;
}

/** Actions, the newest first: their ids hold the time. */
export async function actionsOf(
  db: Db,
  wanted: Wanted,
  { before = null, limit }: Part,
): Promise<ActionRow[]> {
  return db
    .select()
    .from(moderationActions)
    .where(and(...isWanted(wanted), before === null ? undefined : lt(moderationActions.id, before)))
    .orderBy(desc(moderationActions.id))
    .limit(limit);
}

function isWanted({ communityId, rules, reader, isDecided, ...ids }: Wanted): (SQL | undefined)[] {
  const is = moderationActions;
  const named = (["kind", "debateId", "subjectId", "actorId", "authorId"] as const).map((name) =>
    ids[name] === undefined ? undefined : eq(is[name], ids[name]),
  );
  return [
    eq(is.communityId, communityId),
    ...named,
    rules && inArray(is.ruleNumber, [...rules]),
    isDecided && ne(is.kind, "hold"),
    reader && knownTo(reader),
    reader && ids.subjectId !== undefined ? notAsked(reader) : undefined,
  ];
}

interface Cited {
  readonly ruleNumber: number | null;
  readonly ruleVersion: number | null;
}

const keyOf = (number: number, version: number) => `${number} ${version}`;

/** The rules that are cited, as they were when they were. */
export async function rulesCited(
  db: Db,
  communityId: string,
  rows: readonly Cited[],
): Promise<(cited: Cited) => CitedRule | null> {
  const numbers = [...new Set(rows.flatMap(({ ruleNumber }) => ruleNumber ?? []))];
  const { number, version, title } = charterVersions;
  const found =
    numbers.length === 0
      ? []
      : await db
          .select({ number, version, title })
          .from(charterVersions)
          .where(and(eq(charterVersions.communityId, communityId), inArray(number, numbers)));
  const byKey = new Map(found.map((rule) => [keyOf(rule.number, rule.version), rule]));
  return ({ ruleNumber, ruleVersion }) =>
    ruleNumber === null || ruleVersion === null
      ? null
      : (byKey.get(keyOf(ruleNumber, ruleVersion)) ?? null);
}

/** Suspensions and rate limits whose time is over. */
export async function sanctionsOver(db: Db): Promise<ActionRow[]> {
  const rows = await db
    .select({ action: moderationActions })
    .from(moderationActions)
    .where(
      and(
        eq(moderationActions.state, "in-force"),
        isNotNull(moderationActions.until),
        lte(moderationActions.until, sql`now()`),
      ),
    )
    .limit(500);
  return rows.map(({ action }) => action);
}

/** What keeps somebody from writing now: the one that lasts longest of each kind. */
export async function sanctionsOn(db: Db, communityId: string, participantId: string) {
  return db
    .select()
    .from(sanctions)
    .where(
      and(
        eq(sanctions.communityId, communityId),
        eq(sanctions.participantId, participantId),
        isNull(sanctions.endedAt),
        sql`${sanctions.until} > now()`,
      ),
    )
    .orderBy(desc(sanctions.until));
}
