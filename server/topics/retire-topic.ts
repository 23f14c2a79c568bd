import type {
  restoreTopic as restoreContract,
  retireTopic as retireContract,
} from "#shared/contract/topics.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { beginDefining, checkName, checkRoom, saveTopic, topicOf, viewIn } from "./defining.ts";
import { isInUse } from "./policy.ts";

/** Files no new debates under a topic. One is left: a debate is always about something. */
export async function retireTopic(
  { transact, clock }: Deps,
  { standing, params, once }: Call<typeof retireContract>,
) {
  return transact(async (tx) => {
    const scene = await beginDefining(tx, standing);
    const topic = topicOf(scene, params.topicId);
    if (!isInUse(topic)) return viewIn(scene, topic);
    if (scene.topics.filter(isInUse).length === 1) {
      throw new Refusal("not-allowed", because("last-topic"));
    }
    const retired = { ...topic, retiredAt: clock(), version: topic.version + 1 };
    return saveTopic(scene, retired, { kind: "topic.retired" });
  }, once);
}

/** Files debates under it again, as the last one of those in use. */
export async function restoreTopic(
  { transact }: Deps,
  { standing, params, once }: Call<typeof restoreContract>,
) {
  return transact(async (tx) => {
    const scene = await beginDefining(tx, standing);
    const topic = topicOf(scene, params.topicId);
    if (isInUse(topic)) return viewIn(scene, topic);
    checkRoom(scene);
    checkName(scene, topic);
    const place = Math.max(...scene.topics.map((one) => one.place)) + 1;
    const restored = { ...topic, place, retiredAt: null, version: topic.version + 1 };
    return saveTopic(scene, restored, { kind: "topic.restored" });
  }, once);
}
