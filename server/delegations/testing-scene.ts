import { createDebate } from "#shared/contract/debates.ts";
import { type DelegationScope, setDelegations } from "#shared/contract/delegations.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { addCommunity, addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";

export interface Member {
  readonly person: Person;
  readonly id: string;
}

/** A community of some people, and a debate that they can delegate in. */
export interface Scene {
  readonly communityId: string;
  readonly debateId: string;
  /** In the order of the people; the first is the owner. */
  readonly members: readonly Member[];
}

export async function setScene(
  server: TestServer,
  [owner, ...others]: readonly [Person, ...Person[]],
): Promise<Scene> {
  const { communityId, participantId } = await addCommunity(server, owner);
  const members = [{ person: owner, id: participantId }];
  for (const person of others) {
    members.push({ person, id: await addMember(server, communityId, { person }) });
  }
  const debate = await owner.call(createDebate, {
    params: { communityId },
    body: {
      question: "Who keeps the harbour?",
      topic: "governance",
      language: "en",
      phase: "framing",
    },
  });
  return { communityId, debateId: debate.id, members };
}

interface Choice {
  readonly scope?: DelegationScope;
  readonly about?: string | null;
  /** Whom, with how much. */
  readonly to: readonly (readonly [Member, number])[];
  readonly version?: number;
  readonly expiresAt?: string;
}

export const choiceOf = ({
  scope = "community",
  about = null,
  to,
  version = 0,
  ...more
}: Choice) => {
  const delegates = to.map(([member, percent]) => ({ to: member.id, percent }));
  return { scope, about, delegates, version, ...more };
};

export function choose(scene: Pick<Scene, "communityId">, from: Member, choice: Choice) {
  const { communityId } = scene;
  return from.person.call(setDelegations, { params: { communityId }, body: choiceOf(choice) });
}

/** What somebody was told about delegations in a community, the newest first. */
export async function toldTo({ communityId }: Pick<Scene, "communityId">, { person }: Member) {
  const { items } = await person.call(listNotices, { query: { communityId } });
  return items
    .filter(({ kind }) => kind.startsWith("delegations."))
    .map(({ kind, data }) => [kind.replace("delegations.", ""), data["name"]]);
}
