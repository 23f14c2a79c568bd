import type { listSpreads as contract } from "#shared/contract/reading.ts";
import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { spreadsOf } from "./store.ts";

/** What people disagree on most in a debate. */
export async function listSpreads(deps: Deps, { standing, params }: Call<typeof contract>) {
  await readableDebate(deps, standing, params);
  return { items: await spreadsOf(deps.db, params) };
}
