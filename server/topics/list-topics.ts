import type { listTopics as contract, TopicList } from "#shared/contract/topics.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { topicView } from "./defining.ts";
import { knownTopics, mayDefineTopics } from "./policy.ts";
import { debateCounts, topicRows } from "./store.ts";

/** The topics of a community, with what the reader may do with them. */
export async function listTopics({ db }: Deps, { standing }: Call<typeof contract>) {
  return listIn(db, standing);
}

export async function listIn(db: Db, standing: Standing): Promise<TopicList> {
  const { communityId } = standing;
  const rows = await topicRows(db, communityId);
  const counts = await debateCounts(db, communityId);
  return {
    items: knownTopics(communityId, rows).map((topic) => topicView(topic, counts)),
    can: { define: mayDefineTopics(standing) },
  };
}
