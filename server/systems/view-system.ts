import type { Author } from "#shared/contract/ids.ts";
import type { System, SystemSummary, SystemVersion } from "#shared/contract/systems.ts";
import type { Db } from "#db/client.ts";
import { membersAmong } from "../commitments/public.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import { namesOf } from "../platform/names-store.ts";
import { Refusal } from "../platform/problem.ts";
import { linksIn } from "./links.ts";
import { mayChange, mayReport } from "./policy.ts";
import { findSystem, incidentCounts, type SystemIds, type SystemRow } from "./store.ts";

type Reader = Pick<Deps, "db" | "clock">;
export type Authors = ReadonlyMap<string, Author>;

/** Somebody by name; whoever is nowhere to be found is nobody any more. */
export const named = (authors: Authors, id: string): Author =>
  authors.get(id) ?? { id, name: "", kind: "former" };

function saidBy({ content }: SystemRow) {
  const { licence, url, intendedUse, knownHarms, evaluations } = content;
  return { licence, url, intendedUse, knownHarms, evaluations: [...evaluations] };
}

/** Systems as lists show them. */
export async function summaries(
  { db, clock }: Reader,
  communityId: string,
  rows: readonly SystemRow[],
): Promise<SystemSummary[]> {
  if (rows.length === 0) return [];
  const systemIds = rows.map(({ systemId }) => systemId);
  const counts = await incidentCounts(db, communityId, { systemIds, now: clock() });
  const authors = await namesOf(
    db,
    communityId,
    rows.map(({ stewardId }) => stewardId),
  );
  return rows.map((row) => {
    const { open = 0, overdue = 0 } = counts.get(row.systemId) ?? {};
    return {
      id: row.systemId,
      communityId,
      kind: row.content.kind,
      name: row.content.name,
      release: row.content.release,
      steward: named(authors, row.stewardId),
      version: row.version,
      changedAt: row.createdAt.toISOString(),
      openIncidents: open,
      overdueIncidents: overdue,
    };
  });
}

/** A system's card as its page shows it. */
export async function viewSystem(
  reader: Reader,
  standing: Standing,
  row: SystemRow,
): Promise<System> {
  const { communityId, stewardId } = row;
  const [summary] = await summaries(reader, communityId, [row]);
  if (!summary) throw new Error("one row gives one summary");
  const members = await membersAmong(reader.db, communityId, [stewardId]);
  return {
    ...summary,
    ...saidBy(row),
    links: (await linksIn(reader.db, standing, [row]))(row),
    hasSteward: members.has(stewardId),
    can: { change: mayChange(standing, row), report: mayReport(standing) },
  };
}

/** The same of what was just written. */
export async function freshSystem(
  reader: Reader,
  standing: Standing,
  ids: SystemIds,
): Promise<System> {
  const row = await findSystem(reader.db, ids);
  if (!row) throw new Refusal("not-found");
  return viewSystem(reader, standing, row);
}

/** Versions of a card as its history shows them. */
export async function viewVersions(
  db: Db,
  standing: Standing,
  rows: readonly SystemRow[],
): Promise<SystemVersion[]> {
  if (rows.length === 0) return [];
  const people = rows.flatMap(({ stewardId, editorId }) => [stewardId, editorId]);
  const authors = await namesOf(db, standing.communityId, people);
  const linksOf = await linksIn(db, standing, rows);
  return rows.map((row) => ({
    version: row.version,
    kind: row.content.kind,
    name: row.content.name,
    release: row.content.release,
    ...saidBy(row),
    links: linksOf(row),
    steward: named(authors, row.stewardId),
    by: named(authors, row.editorId),
    reason: row.reason,
    at: row.createdAt.toISOString(),
  }));
}
