import type { Room, RoomKind } from "#shared/contract/event.ts";
import { mayReadDebate } from "./debates/public.ts";
import type { Deps } from "./deps.ts";
import { type Actor, maySee } from "./platform/actor.ts";
import { roomKind } from "./platform/hub.ts";

type Rule = (deps: Deps, actor: Actor, ids: readonly string[]) => Promise<boolean>;

/** Who may hear what. A kind of room without a rule does not compile. */
const rules = {
  community: async ({ findStanding }, actor, [communityId = ""]) =>
    maySee(await findStanding(actor, communityId)),
  debate: async (deps, actor, [communityId = "", debateId = ""]) =>
    mayReadDebate(deps, actor, { communityId, debateId }),
  account: async (_deps, actor, [accountId]) =>
    actor.kind === "account" && actor.accountId === accountId,
} satisfies Record<RoomKind, Rule>;

export function mayJoin(deps: Deps, actor: Actor, room: Room): Promise<boolean> {
  const [, ...ids] = room.split(":");
  return rules[roomKind(room)](deps, actor, ids);
}
