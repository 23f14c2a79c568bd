import * as contract from "#shared/contract/topics.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { addTopic } from "./add-topic.ts";
import { editTopic } from "./edit-topic.ts";
import { listTopics } from "./list-topics.ts";
import { orderTopics } from "./order-topics.ts";
import { restoreTopic, retireTopic } from "./retire-topic.ts";

/** Under which topics a community files its debates. */
export function topicRoutes(mount: Mount, deps: Deps): void {
  mount(contract.listTopics, (call) => listTopics(deps, call));
  mount(contract.addTopic, (call) => addTopic(deps, call));
  mount(contract.editTopic, (call) => editTopic(deps, call));
  mount(contract.orderTopics, (call) => orderTopics(deps, call));
  mount(contract.retireTopic, (call) => retireTopic(deps, call));
  mount(contract.restoreTopic, (call) => restoreTopic(deps, call));
}
