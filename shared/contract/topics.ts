import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { communityRoom, event } from "./event.ts";
import { communityParams, Id, Version } from "./ids.ts";
import { TopicId } from "./phases.ts";
import { name, prose } from "./text.ts";

/*
 * Under which topics a community files its debates. Each begins with the usual ones; it can put them in another order,
 * give them other names, retire them, and add topics of its own.
 */

export const topicLimits = {
  name: 40,
  description: 300,
  /** In use at once. */
  inUse: 40,
  /** With those that are retired. */
  all: 200,
} as const;

export const Topic = z
  .object({
    id: z.string(),
    /** Null for a usual topic under its usual name, which the reader's language knows. */
    name: z.string().nullable(),
    description: z.string(),
    /** Debates that are filed under it keep it; new ones are not filed there. */
    isRetired: z.boolean(),
    version: Version,
    /** Debates that are no drafts. */
    debateCount: z.int(),
  })
  .meta({ id: "Topic" });
export type Topic = z.infer<typeof Topic>;

export const TopicList = z
  .object({
    /** Those in use in their order, then the retired ones. */
    items: z.array(Topic),
    can: z.object({ define: z.boolean() }),
  })
  .meta({ id: "TopicList" });
export type TopicList = z.infer<typeof TopicList>;

const topicsPath = "/api/communities/:communityId/topics";
const topicParams = communityParams.extend({ topicId: TopicId });
const TopicName = name(topicLimits.name);
const Description = prose(topicLimits.description).default("");

export const listTopics = endpoint({
  name: "listTopics",
  summary: "Under which topics a community files its debates",
  method: "GET",
  path: topicsPath,
  access: "public",
  params: communityParams,
  reply: TopicList,
});

export const addTopic = endpoint({
  name: "addTopic",
  summary: "Add a topic after those that are there",
  method: "POST",
  path: topicsPath,
  access: "moderator",
  params: communityParams,
  body: z.strictObject({ name: TopicName, description: Description }),
  reply: Topic,
});

export const editTopic = endpoint({
  name: "editTopic",
  summary: "Name or describe a topic anew; without a name a usual one has its usual name again",
  method: "PUT",
  path: `${topicsPath}/:topicId`,
  access: "moderator",
  params: topicParams,
  body: z.strictObject({
    name: TopicName.nullable(),
    description: Description,
    version: Version,
  }),
  reply: Topic,
});

const areDistinct = (ids: readonly string[]) => new Set(ids).size === ids.length;

export const orderTopics = endpoint({
  name: "orderTopics",
  summary: "Set in which order the topics in use stand; other topics meanwhile are a conflict",
  method: "PUT",
  path: "/api/communities/:communityId/topic-order",
  access: "moderator",
  params: communityParams,
  body: z.strictObject({ ids: z.array(TopicId).max(topicLimits.all).refine(areDistinct) }),
  reply: TopicList,
});

export const retireTopic = endpoint({
  name: "retireTopic",
  summary: "File no new debates under a topic; those that are there keep it",
  method: "PUT",
  path: `${topicsPath}/:topicId/retirement`,
  access: "moderator",
  params: topicParams,
  reply: Topic,
});

export const restoreTopic = endpoint({
  name: "restoreTopic",
  summary: "File debates under a retired topic again",
  method: "DELETE",
  path: `${topicsPath}/:topicId/retirement`,
  access: "moderator",
  params: topicParams,
  reply: Topic,
});

/** A topic was added, named anew, moved, retired or restored. */
export const topicsChanged = event({
  name: "topics.changed",
  payload: z.object({ communityId: Id }),
  room: communityRoom,
});

export const topicEndpoints = [
  listTopics,
  addTopic,
  editTopic,
  orderTopics,
  retireTopic,
  restoreTopic,
];
export const topicEvents = [topicsChanged];
