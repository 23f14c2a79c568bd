import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import { Refusal } from "../platform/problem.ts";
import { type DecisionRow, findDecision } from "./store.ts";

/** The decision, for who may read its debate; for others the same refusal as for none. */
export async function readableDecision(
  { db }: Pick<Deps, "db">,
  standing: Standing,
  decisionId: string,
): Promise<DecisionRow> {
  const { communityId } = standing;
  const decision = await findDecision(db, { communityId, decisionId });
  if (!decision) throw new Refusal("not-found");
  await readableDebate({ db }, standing, { communityId, debateId: decision.debateId });
  return decision;
}
