import { type beginFundingRound as contract, fundingLimits } from "#shared/contract/funding.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { checkDebate, checkTimes, planned, schedule, tell } from "./planning.ts";
import { countRounds, findListed, saveRound } from "./store.ts";
import { roundView } from "./views.ts";

/** Begins a round: from now on projects can be proposed. */
export async function beginRound(deps: Deps, { standing, body, once }: Call<typeof contract>) {
  const { communityId, participantId: authorId } = standing;
  await checkDebate(deps, standing, body.debateId);
  return deps.transact(async (tx) => {
    await checkTimes(tx, body);
    const { rounds: most } = fundingLimits;
    if ((await countRounds(tx.db, communityId)) >= most) {
      throw new Refusal("not-allowed", because("most-funding-rounds", { most }));
    }
    const id = deps.random.id();
    const ids = { communityId, roundId: id };
    await saveRound(tx.db, { ...planned(body), communityId, id, authorId });
    await schedule(tx, ids, body);
    await tx.act({
      communityId,
      kind: "funding.begun",
      actor: authorId,
      subject: id,
      payload: { budget: body.budget, closesAt: body.closesAt },
      words: { title: body.title },
    });
    await tell(tx, ids, "proposals");
    const listed = await findListed(tx.db, ids);
    if (!listed) throw new Error("a round that was begun is there");
    return roundView(listed);
  }, once);
}
