import { type orderTopics as contract, topicsChanged } from "#shared/contract/topics.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { beginDefining } from "./defining.ts";
import { listIn } from "./list-topics.ts";
import { isInUse } from "./policy.ts";
import { putTopics } from "./store.ts";

/** Sets in which order the topics in use stand; refused where others are in use by now. */
export async function orderTopics(
  { transact }: Deps,
  { standing, body, once }: Call<typeof contract>,
) {
  const { communityId } = standing;
  return transact(async (tx) => {
    const { topics, actorId } = await beginDefining(tx, standing);
    const inUse = topics.filter(isInUse);
    const placed = body.ids.flatMap((id, place) =>
      inUse.filter((topic) => topic.id === id).map((topic) => ({ ...topic, place })),
    );
    if (placed.length !== inUse.length || placed.length !== body.ids.length) {
      throw new Refusal("stale-version");
    }
    if (inUse.every(({ id }, at) => id === body.ids[at])) return listIn(tx.db, standing);
    await putTopics(tx.db, placed);
    await tx.act({
      communityId,
      actor: actorId,
      kind: "topics.ordered",
      subject: "topics",
      payload: { ids: body.ids },
    });
    await tx.record(topicsChanged, { communityId });
    return listIn(tx.db, standing);
  }, once);
}
