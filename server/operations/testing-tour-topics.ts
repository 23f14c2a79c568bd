import * as topics from "#shared/contract/topics.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Defines topics in every way, and leaves the usual ones in use. */
export async function tourTopics(tour: Tour, communityId: string): Promise<void> {
  const { member, moderator } = tour.cast;
  const params = { communityId };
  const words = (name: string) => ({ name: tour.text(name), description: tour.text("And so on.") });
  const { id: topicId, version } = await tour.go(moderator, topics.addTopic, {
    params,
    body: words("Weather"),
  });
  const at = { communityId, topicId };
  await tour.go(moderator, topics.editTopic, { params: at, body: { ...words("Sky"), version } });
  const { items } = await tour.go(member, topics.listTopics, { params });
  const ids = items.map(({ id }) => id).toReversed();
  await tour.go(moderator, topics.orderTopics, { params, body: { ids } });
  await tour.go(moderator, topics.retireTopic, { params: at });
  await tour.go(moderator, topics.restoreTopic, { params: at });
}
