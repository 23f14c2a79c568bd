import type { Db } from "#db/client.ts";
import { because, refuseField } from "../platform/problem.ts";
import { isInUse, knownTopics, nameKey } from "./policy.ts";
import { type TopicRow, topicRows } from "./store.ts";

export { topicRoutes } from "./routes.ts";

interface Filing {
  readonly communityId: string;
  readonly topic: string;
}

async function topicsOf(db: Db, communityId: string): Promise<TopicRow[]> {
  return knownTopics(communityId, await topicRows(db, communityId));
}

/** Lets on where a debate can be filed under this topic: the community has it, and uses it. */
export async function checkTopic(db: Db, { communityId, topic }: Filing): Promise<void> {
  const known = (await topicsOf(db, communityId)).find(({ id }) => id === topic);
  if (!known) refuseField("invalid-request", "topic", because("no-such-topic"));
  if (!isInUse(known)) refuseField("invalid-request", "topic", because("topic-retired"));
}

/** What each topic of a community is called, retired ones too; null for the usual name. */
export async function topicNames(
  db: Db,
  communityId: string,
): Promise<ReadonlyMap<string, string | null>> {
  return new Map((await topicsOf(db, communityId)).map(({ id, name }) => [id, name]));
}

/** The word by which another community may know a topic. */
export async function topicWord(db: Db, { communityId, topic }: Filing): Promise<string> {
  const known = (await topicsOf(db, communityId)).find(({ id }) => id === topic);
  return known?.name ?? topic;
}

/**
 * Under which topic of this community something is filed that came from elsewhere: the first of these words that is the
 * id or the name of one in use, else the first in use.
 */
export async function topicFor(
  db: Db,
  communityId: string,
  words: readonly (string | undefined)[],
): Promise<string> {
  const inUse = (await topicsOf(db, communityId)).filter(isInUse);
  const named = words.flatMap((word) =>
    inUse.filter((topic) => word === topic.id || word?.toLowerCase() === nameKey(topic)),
  );
  const [first] = [...named, ...inUse];
  if (!first) throw new Error("a community has a topic in use");
  return first.id;
}
