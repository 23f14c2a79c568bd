import { type addTopic as contract, topicLimits } from "#shared/contract/topics.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { beginDefining, checkName, checkRoom, saveTopic } from "./defining.ts";

/** Adds a topic after those that are there. */
export async function addTopic(
  { transact, random }: Deps,
  { standing, body, once }: Call<typeof contract>,
) {
  const { communityId } = standing;
  return transact(async (tx) => {
    const scene = await beginDefining(tx, standing);
    checkRoom(scene);
    const { all: most } = topicLimits;
    if (scene.topics.length >= most) {
      throw new Refusal("not-allowed", because("most-topics", { most }));
    }
    const id = random.id();
    checkName(scene, { id, name: body.name });
    const place = Math.max(...scene.topics.map((topic) => topic.place)) + 1;
    const topic = { communityId, id, ...body, place, version: 1, retiredAt: null };
    return saveTopic(scene, topic, { kind: "topic.added" });
  }, once);
}
