export { NoneUnderTopic } from "./none-under-topic.tsx";
export { topicEvents } from "./queries.ts";
export { TopicFilter } from "./topic-filter.tsx";
export { useTopicName } from "./topic-name.ts";
export { TopicSelect } from "./topic-select.tsx";
