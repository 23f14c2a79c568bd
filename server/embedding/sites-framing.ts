import { communityBySlug } from "../communities/public.ts";
import { mayReadDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import { visitor } from "../platform/actor.ts";
import { sitesOf } from "./store.ts";

const page = /^\/embed\/c\/([a-z\d-]{1,64})\/d\/([\da-f-]{36})\/(?:both|deck|map)$/;
const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Which other sites may show the page at this address: none, unless it is of a debate that strangers may read. */
export async function sitesFraming(deps: Deps, url: string): Promise<string[]> {
  const [, slug = "", debateId = ""] = page.exec(url) ?? [];
  if (!isId.test(debateId)) return [];
  const community = await communityBySlug(deps.db, slug);
  if (!community) return [];
  const ids = { communityId: community.id, debateId };
  return (await mayReadDebate(deps, visitor, ids)) ? sitesOf(deps.db, ids) : [];
}
