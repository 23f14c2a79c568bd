import { and, asc, count, desc, eq, isNull, lte, ne, or } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { participants } from "#db/schema/communities.ts";
import { debates, positions } from "#db/schema/debates.ts";
import { decisions } from "#db/schema/decisions.ts";
import { powerReports } from "#db/schema/power.ts";
import type { PowerReport } from "#shared/power-report/report.ts";
import type { DecisionIds, DecisionRow } from "../decisions/public.ts";

const decisionIs = ({ communityId, decisionId }: DecisionIds) =>
  and(eq(decisions.communityId, communityId), eq(decisions.id, decisionId));
const hasReport = and(
  eq(powerReports.communityId, decisions.communityId),
  eq(powerReports.decisionId, decisions.id),
);

export async function findReport(
  db: Db,
  { communityId, decisionId }: DecisionIds,
): Promise<PowerReport | null> {
  const [row] = await db
    .select({ report: powerReports.report })
    .from(powerReports)
    .where(and(eq(powerReports.communityId, communityId), eq(powerReports.decisionId, decisionId)));
  return row?.report ?? null;
}

/** Keeps a report, in the place of an earlier one. */
export async function keepReport(db: Db, ids: DecisionIds, report: PowerReport): Promise<void> {
  await db
    .insert(powerReports)
    .values({ ...ids, report })
    .onConflictDoUpdate({
      target: [powerReports.communityId, powerReports.decisionId],
      set: { report },
    });
}

export async function findClosed(db: Db, ids: DecisionIds): Promise<DecisionRow | undefined> {
  const [row] = await db
    .select()
    .from(decisions)
    .where(and(decisionIs(ids), eq(decisions.status, "closed")));
  return row;
}

export async function findOpened(db: Db, ids: DecisionIds): Promise<DecisionRow | undefined> {
  const [row] = await db.select().from(decisions).where(decisionIs(ids));
  return row;
}

/** Decisions of not more than so many electors that have closed and have no report. */
export async function unreported(
  db: Db,
  { electors, most }: { readonly electors: number; readonly most: number },
): Promise<DecisionIds[]> {
  const isReported = or(isNull(decisions.electorateSize), lte(decisions.electorateSize, electors));
  return db
    .select({ communityId: decisions.communityId, decisionId: decisions.id })
    .from(decisions)
    .leftJoin(powerReports, hasReport)
    .where(and(eq(decisions.status, "closed"), isNull(powerReports.decisionId), isReported))
    .orderBy(asc(decisions.closesAt))
    .limit(most);
}

/** The decisions of a community that have closed, the latest first, in debates that everybody there may read. */
export async function closedDecisions(db: Db, communityId: string, most: number) {
  return db
    .select({
      decisionId: decisions.id,
      debateId: decisions.debateId,
      title: decisions.title,
      closedAt: decisions.closedAt,
      secrecy: decisions.secrecy,
      weighting: decisions.weighting,
      report: powerReports.report,
    })
    .from(decisions)
    .innerJoin(debates, ofDebate(decisions))
    .leftJoin(powerReports, hasReport)
    .where(
      and(
        eq(decisions.communityId, communityId),
        eq(decisions.status, "closed"),
        ne(debates.phase, "draft"),
      ),
    )
    .orderBy(desc(decisions.closedAt), desc(decisions.id))
    .limit(most);
}
export type ClosedRow = Awaited<ReturnType<typeof closedDecisions>>[number];

const ofDebate = (table: { communityId: PgColumn; debateId: PgColumn }) =>
  and(eq(debates.communityId, table.communityId), eq(debates.id, table.debateId));

/** How much of something one person brought. */
export interface Brought {
  readonly person: Pick<typeof participants.$inferSelect, "id" | "name" | "kind">;
  readonly count: number;
}

/** Who brought the debates that are no drafts, and the positions and decisions in them; whoever brought most comes first. */
export async function broughtBy(db: Db, communityId: string) {
  const person = { id: participants.id, name: participants.name, kind: participants.kind };
  const ofAuthor = (author: PgColumn) =>
    and(eq(participants.communityId, communityId), eq(participants.id, author));
  const isPublished = and(eq(debates.communityId, communityId), ne(debates.phase, "draft"));
  const most = [desc(count()), asc(participants.id)] as const;
  // One after the other: inside a transaction they share a connection.
  const broughtDebates = await db
    .select({ person, count: count() })
    .from(debates)
    .innerJoin(participants, ofAuthor(debates.authorId))
    .where(isPublished)
    .groupBy(participants.communityId, participants.id)
    .orderBy(...most);
  const broughtPositions = await db
    .select({ person, count: count() })
    .from(positions)
    .innerJoin(debates, ofDebate(positions))
    .innerJoin(participants, ofAuthor(positions.authorId))
    .where(isPublished)
    .groupBy(participants.communityId, participants.id)
    .orderBy(...most);
  const broughtDecisions = await db
    .select({ person, count: count() })
    .from(decisions)
    .innerJoin(debates, ofDebate(decisions))
    .innerJoin(participants, ofAuthor(decisions.authorId))
    .where(isPublished)
    .groupBy(participants.communityId, participants.id)
    .orderBy(...most);
  return { debates: broughtDebates, positions: broughtPositions, decisions: broughtDecisions };
}
