import { z } from "zod";
import type {
  listIncidents as listContract,
  readIncident as readContract,
} from "#shared/contract/incidents.ts";
import type { Deps } from "../deps.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { incidentsOf } from "./incident-store.ts";
import { freshIncident, incidentSummaries } from "./view-incident.ts";

const Before = z.tuple([z.uuid()]);

/** What was reported, the newest first. */
export async function listIncidents(
  deps: Deps,
  { params: { communityId }, query }: Call<typeof listContract>,
) {
  const { after, limit, ...wanted } = query;
  const before = readCursor(Before, after)?.[0] ?? null;
  const page = { before, limit: limit + 1 };
  const rows = await incidentsOf(deps.db, { communityId, ...wanted }, page);
  const views = await incidentSummaries(deps, communityId, rows);
  return toPage(views, limit, { view: (row) => row, place: ({ id }) => [id] });
}

export const readIncident = (deps: Deps, { standing, params }: Call<typeof readContract>) =>
  freshIncident(deps, standing, params);
