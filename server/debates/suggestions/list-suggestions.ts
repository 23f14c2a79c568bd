import type { listSuggestions as contract } from "#shared/contract/suggestions.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { readableDebate } from "../public.ts";
import { openSuggestions } from "./suggestion-store.ts";
import { viewSuggestions } from "./suggestion-view.ts";

/** What others would word otherwise, and nobody has answered yet. */
export async function listSuggestions(deps: Deps, { standing, params }: Call<typeof contract>) {
  await readableDebate(deps, standing, params);
  return { items: await viewSuggestions(deps.db, await openSuggestions(deps.db, params)) };
}
