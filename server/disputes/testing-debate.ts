import { addClaim, addPosition } from "#shared/contract/claims.ts";
import { addRule } from "#shared/contract/communities.ts";
import { createDebate, moveDebate } from "#shared/contract/debates.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";
import { type Scene, setDisputeScene } from "./testing-scene.ts";

export interface DebateOf {
  readonly communityId: string;
  readonly debateId: string;
  readonly positionId: string;
}

/** A debate of the owner's that is argued, with two positions. */
export async function addDebate({
  communityId,
  owner,
}: Pick<Scene, "communityId" | "owner">): Promise<DebateOf> {
  const { id: debateId } = await owner.call(createDebate, {
    params: { communityId },
    body: {
      question: "How shall the commons be kept?",
      topic: "governance",
      language: "en",
      phase: "framing",
    },
  });
  const params = { communityId, debateId };
  const { id: positionId } = await owner.call(addPosition, { params, body: { title: "By lot" } });
  await owner.call(addPosition, { params, body: { title: "By vote" } });
  const body = { from: "framing" as const, to: "deliberation" as const, reason: "ready" };
  await owner.call(moveDebate, { params, body });
  return { communityId, debateId, positionId };
}

/** A community with one rule and so many people who can judge, and a debate in it. */
export async function setJudgedDebate(server: TestServer, people: number) {
  const scene = await setDisputeScene(server, people);
  const { communityId, owner } = scene;
  const body = { title: "Be kind", text: "To all." };
  await owner.call(addRule, { params: { communityId }, body });
  return { scene, debate: await addDebate(scene) };
}

/** A claim of somebody's, like none said before, so that it is no repetition; gives its id. */
export async function sayIn(
  { communityId, debateId, positionId }: DebateOf,
  person: Person,
): Promise<string> {
  const { claim } = await person.call(addClaim, {
    params: { communityId, debateId },
    body: {
      target: { kind: "position", id: positionId },
      side: "pro",
      text: `${crypto.randomUUID()} ${crypto.randomUUID()}: who asks that is a fool`,
      evidence: [],
    },
  });
  return claim.id;
}
