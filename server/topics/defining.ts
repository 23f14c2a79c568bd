import { type Topic, topicLimits, topicsChanged } from "#shared/contract/topics.ts";
import type { MemberStanding } from "../platform/actor.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { isInUse, knownTopics, nameKey } from "./policy.ts";
import { debateCounts, lockTopics, putTopics, type TopicRow, topicRows } from "./store.ts";

/** The topics of a community while somebody defines them: nobody else does until the transaction ends. */
export interface Scene {
  readonly tx: Tx;
  readonly communityId: string;
  readonly actorId: string;
  readonly topics: readonly TopicRow[];
}

export async function beginDefining(
  tx: Tx,
  { communityId, participantId: actorId }: MemberStanding,
): Promise<Scene> {
  await lockTopics(tx.db, communityId);
  const topics = knownTopics(communityId, await topicRows(tx.db, communityId));
  return { tx, communityId, actorId, topics };
}

export function topicOf({ topics }: Scene, topicId: string): TopicRow {
  const topic = topics.find(({ id }) => id === topicId);
  if (!topic) throw new Refusal("not-found");
  return topic;
}

/** Lets on while a topic more can be in use. */
export function checkRoom({ topics }: Scene): void {
  const most = topicLimits.inUse;
  if (topics.filter(isInUse).length >= most) {
    throw new Refusal("not-allowed", because("most-topics", { most }));
  }
}

/** Lets on where no other topic in use has the name. */
export function checkName({ topics }: Scene, topic: Pick<TopicRow, "id" | "name">): void {
  const isTaken = topics.some(
    (other) => other.id !== topic.id && isInUse(other) && nameKey(other) === nameKey(topic),
  );
  if (isTaken) refuseField("invalid-request", "name", because("topic-named"));
}

interface What {
  readonly kind: "topic.added" | "topic.changed" | "topic.retired" | "topic.restored";
}

/** Saves one topic, enters it in the community's record and tells everybody. */
export async function saveTopic(scene: Scene, topic: TopicRow, { kind }: What): Promise<Topic> {
  const { tx, communityId, actorId } = scene;
  await putTopics(tx.db, [topic]);
  const { id, name, description } = topic;
  const subject = `topics/${id}`;
  const words = { name, description };
  await tx.act({ communityId, actor: actorId, kind, subject, payload: {}, words });
  await tx.record(topicsChanged, { communityId });
  return viewIn(scene, topic);
}

/** The topic as it is shown. */
export async function viewIn({ tx, communityId }: Scene, topic: TopicRow): Promise<Topic> {
  return topicView(topic, await debateCounts(tx.db, communityId));
}

export function topicView(topic: TopicRow, counts: ReadonlyMap<string, number>): Topic {
  const { id, name, description, version } = topic;
  const debateCount = counts.get(id) ?? 0;
  return { id, name, description, version, isRetired: !isInUse(topic), debateCount };
}
