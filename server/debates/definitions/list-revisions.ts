import type { listDefinitionRevisions as contract } from "#shared/contract/definitions.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { Refusal } from "../../platform/problem.ts";
import { readableDebate } from "../public.ts";
import { revisionsOf } from "../revision-store.ts";
import { wordingOf } from "./define.ts";
import { definitionsOf } from "./definition-store.ts";

/** What a definition said in each version, by whom, the latest first. */
export async function listRevisions(deps: Deps, { standing, params }: Call<typeof contract>) {
  await readableDebate(deps, standing, params);
  const [found] = await definitionsOf(deps.db, params);
  if (!found) throw new Refusal("not-found");
  const { definition, editor } = found;
  const { communityId, id: subjectId, version, createdAt } = definition;
  const former = await revisionsOf(deps.db, { communityId, subjectId });
  const starts = [createdAt, ...former.map(({ until }) => until)].map((at) => at.toISOString());
  const all = [
    ...former.map((one) => ({ version: one.version, text: one.text, editor: one.editor })),
    { version, text: wordingOf(definition), editor },
  ];
  return { items: all.map((one, at) => ({ ...one, at: starts[at] ?? "" })).toReversed() };
}
