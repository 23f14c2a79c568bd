import type { listDefinitionRevisions as contract } from "#shared/contract/definitions.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { revisions } from "../list-revisions.ts";
import { readableDebate } from "../public.ts";
import { wordingOf } from "./define.ts";
import { definitionsOf } from "./definition-store.ts";

/** What a definition said in each version, by whom, the latest first. */
export async function listRevisions(deps: Deps, { standing, params }: Call<typeof contract>) {
  await readableDebate(deps, standing, params);
  const [found] = await definitionsOf(deps.db, params);
  return revisions(deps, found && { ...found.definition, text: wordingOf(found.definition) });
}
