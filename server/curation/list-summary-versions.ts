import { z } from "zod";
import type { listSummaryVersions as contract } from "#shared/contract/curation.ts";
import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { summaryView } from "./save-summary.ts";
import { versionsOf } from "./summary-store.ts";

const Place = z.tuple([z.int().min(1).max(1_000_000)]);

/** What a debate's summary said in each version, the latest first. */
export async function listSummaryVersions(
  deps: Deps,
  { standing, params, query }: Call<typeof contract>,
) {
  await readableDebate(deps, standing, params);
  const { after, limit } = query;
  const before = readCursor(Place, after)?.[0];
  return toPage(await versionsOf(deps.db, params, { before, limit: limit + 1 }), limit, {
    view: summaryView,
    place: ({ summary }) => [summary.version],
  });
}
