import type { Deps } from "../deps.ts";
import { isMember, type Standing } from "../platform/actor.ts";
import { because, Refusal } from "../platform/problem.ts";
import { isVisitedBy } from "./policy.ts";
import { readableDebate } from "./readable-debate.ts";
import type { DebateIds, DebateRow } from "./store.ts";

/** The debate, for who responds in it without an account; members have their own way, and others join first. */
export async function openToVisitors(
  deps: Pick<Deps, "db">,
  standing: Standing,
  ids: DebateIds,
): Promise<DebateRow> {
  const debate = await readableDebate(deps, standing, ids);
  if (isMember(standing)) throw new Refusal("not-allowed", because("members-respond"));
  if (standing.isSignedIn) throw new Refusal("not-a-member");
  if (!debate.admitsVisitors || !isVisitedBy(standing)) {
    throw new Refusal("sign-in-required", because("visitors-closed"));
  }
  return debate;
}
