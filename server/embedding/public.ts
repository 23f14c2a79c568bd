import { maySiteShow } from "#shared/contract/embedding.ts";
import type { Db } from "#db/client.ts";
import { because, Refusal } from "../platform/problem.ts";
import { type DebateIds, sitesOf } from "./store.ts";

/** Refuses what comes from a frame in the page of a site that may not show the debate, or may no longer. */
export async function refuseUnlisted(
  { db }: { readonly db: Db },
  ids: DebateIds,
  framedBy: string | undefined,
): Promise<void> {
  if (framedBy === undefined || maySiteShow(await sitesOf(db, ids), framedBy)) return;
  throw new Refusal("not-allowed", because("site-not-listed"));
}
