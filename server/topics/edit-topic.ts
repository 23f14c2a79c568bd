import type { editTopic as contract } from "#shared/contract/topics.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { beginDefining, checkName, saveTopic, topicOf, viewIn } from "./defining.ts";
import { isInUse, isUsual } from "./policy.ts";

/** Names or describes a topic anew. What stands there already is saved already, whatever the version. */
export async function editTopic(
  { transact }: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  const { version, ...words } = body;
  return transact(async (tx) => {
    const scene = await beginDefining(tx, standing);
    const topic = topicOf(scene, params.topicId);
    const isSame = topic.name === words.name && topic.description === words.description;
    if (isSame) return viewIn(scene, topic);
    if (topic.version !== version) throw new Refusal("stale-version");
    const changed = { ...topic, ...words, version: version + 1 };
    if (words.name === null && !isUsual(topic)) {
      refuseField("invalid-request", "name", because("text-missing"));
    }
    if (isInUse(topic)) checkName(scene, changed);
    return saveTopic(scene, changed, { kind: "topic.changed" });
  }, once);
}
