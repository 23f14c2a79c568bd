import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import { Refusal } from "../platform/problem.ts";
import { maySeeDebate } from "./policy.ts";
import { type DebateIds, type DebateRow, findDebate } from "./store.ts";

/** The debate, for who may read it; for others the same refusal as for none. */
export async function readableDebate(
  { db }: Pick<Deps, "db">,
  standing: Standing,
  ids: DebateIds,
): Promise<DebateRow> {
  const debate = await findDebate(db, ids);
  if (!debate || !maySeeDebate(standing, debate)) throw new Refusal("not-found");
  return debate;
}
