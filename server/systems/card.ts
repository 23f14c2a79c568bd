import type { SystemCardInput } from "#shared/contract/systems.ts";
import { canonicalJson } from "#shared/merkle/canonical-json.ts";
import { membersAmong } from "../commitments/public.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import { because, refuseField } from "../platform/problem.ts";
import { checkedLinks } from "./links.ts";
import type { SystemRow } from "./store.ts";

/** What a card says, checked against what there is: its steward, the days of its evaluations, and its links. */
export async function cardOf(
  { db, clock }: Pick<Deps, "db" | "clock">,
  standing: Standing,
  input: SystemCardInput,
): Promise<Pick<SystemRow, "content" | "links" | "stewardId">> {
  const { stewardId, links, ...content } = input;
  const members = await membersAmong(db, standing.communityId, [stewardId]);
  if (!members.has(stewardId)) {
    refuseField("invalid-request", "stewardId", because("choose-another-member"));
  }
  // Where the day has begun first on Earth, it is 14 hours ahead.
  const today = new Date(clock().getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
  const early = content.evaluations.findIndex(({ on }) => on > today);
  if (early >= 0) {
    refuseField("invalid-request", `evaluations/${early}/on`, because("day-to-come"));
  }
  return { stewardId, content, links: await checkedLinks(db, standing, links) };
}

/** The words of a card, as its entry in the ledger commits to them. */
export const wordsOf = ({ content, links }: Pick<SystemRow, "content" | "links">): string =>
  canonicalJson({ ...content, links });
