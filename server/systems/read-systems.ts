import { z } from "zod";
import type {
  listSystems as listContract,
  listSystemVersions as versionsContract,
  readSystem as readContract,
} from "#shared/contract/systems.ts";
import type { Deps } from "../deps.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { mayRegister } from "./policy.ts";
import { findSystem, systemsOf, versionsOf } from "./store.ts";
import { freshSystem, summaries, viewVersions } from "./view-system.ts";

const Before = z.tuple([z.uuid()]);
const BeforeVersion = z.tuple([z.int()]);

/** What the community governs, the newest first. */
export async function listSystems(
  deps: Deps,
  { standing, params: { communityId }, query: { after, limit } }: Call<typeof listContract>,
) {
  const before = readCursor(Before, after)?.[0] ?? null;
  const rows = await systemsOf(deps.db, communityId, { before, limit: limit + 1 });
  const views = await summaries(deps, communityId, rows);
  return {
    ...toPage(views, limit, { view: (row) => row, place: ({ id }) => [id] }),
    can: { register: mayRegister(standing) },
  };
}

export async function readSystem(deps: Deps, { standing, params }: Call<typeof readContract>) {
  return freshSystem(deps, standing, params);
}

/** Every version of a card, the newest first. */
export async function listVersions(
  { db }: Deps,
  { standing, params, query: { after, limit } }: Call<typeof versionsContract>,
) {
  if (!(await findSystem(db, params))) throw new Refusal("not-found");
  const before = readCursor(BeforeVersion, after)?.[0] ?? null;
  const rows = await versionsOf(db, params, { before, limit: limit + 1 });
  const views = await viewVersions(db, standing, rows);
  return toPage(views, limit, { view: (row) => row, place: ({ version }) => [version] });
}
