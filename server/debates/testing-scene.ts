import { addClaim, addPosition, type Edge, type PlacedClaim } from "#shared/contract/claims.ts";
import { createDebate, moveDebate, readDebate } from "#shared/contract/debates.ts";
import type { Phase } from "#shared/contract/phases.ts";
import { addCommunity, addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";

/** A community with somebody of each role, and somebody of another community. */
export interface Scene {
  readonly communityId: string;
  readonly owner: Person;
  readonly moderator: Person;
  /** Asks the questions. */
  readonly author: Person;
  readonly member: Person;
  readonly foreigner: Person;
  readonly stranger: Person;
}

export async function setScene(
  server: TestServer,
  shape: { isPrivate?: boolean } = {},
): Promise<Scene> {
  const names = ["Olga", "Mona", "Ada", "Ben", "Finn"];
  const [owner, moderator, author, member, foreigner] = await Promise.all(
    names.map((name) => server.person(name)),
  );
  if (!owner || !moderator || !author || !member || !foreigner) throw new Error("five people");
  const { communityId } = await addCommunity(server, owner, shape);
  await addMember(server, communityId, { person: moderator, role: "moderator" });
  await addMember(server, communityId, { person: author });
  await addMember(server, communityId, { person: member });
  await addCommunity(server, foreigner, { name: "Elsewhere" });
  return { communityId, owner, moderator, author, member, foreigner, stranger: server.visitor() };
}

const forward = ["draft", "framing", "deliberation", "voting", "decided", "followup"] as const;

export interface SceneDebate {
  readonly communityId: string;
  readonly debateId: string;
}

/** A debate of the author's with two positions, moved on to a phase step by step. */
export async function debateIn(
  { communityId, author }: Scene,
  phase: Phase = "deliberation",
): Promise<SceneDebate & { readonly positionIds: readonly [string, string] }> {
  const { id: debateId } = await author.call(createDebate, {
    params: { communityId },
    body: {
      question: "Who answers for harm that a shared model does?",
      topic: "accountability",
      language: "en",
    },
  });
  const ids = { communityId, debateId };
  const positionIds: string[] = [];
  const target = phase === "archived" ? forward.length : forward.indexOf(phase);
  for (const to of forward.slice(1, target + 1)) {
    await moveTo(author, ids, to);
    if (to !== "framing") continue;
    for (const title of ["Those who run it", "Those who trained it"]) {
      const position = await author.call(addPosition, { params: ids, body: { title } });
      positionIds.push(position.id);
    }
  }
  if (phase === "archived") await moveTo(author, ids, "archived");
  const [first = "", second = ""] = positionIds;
  return { ...ids, positionIds: [first, second] };
}

export async function moveTo(person: Person, ids: SceneDebate, to: Phase): Promise<void> {
  const { phase: from } = await person.call(readDebate, { params: ids });
  await person.call(moveDebate, { params: ids, body: { from, to, reason: "it is time" } });
}

interface Words {
  readonly kind?: Edge["targetKind"];
  readonly under: string;
  readonly text: string;
  readonly side?: Edge["side"];
}

export function say(
  person: Person,
  ids: SceneDebate,
  { kind = "position", under, text, side = "pro" }: Words,
): Promise<PlacedClaim> {
  const { communityId, debateId } = ids;
  return person.call(addClaim, {
    params: { communityId, debateId },
    body: { target: { kind, id: under }, side, text },
  });
}

/** How requests that were sent together ended, in order of size: who came first does not matter. */
export function statusesOf(answers: readonly Response[]): number[] {
  return answers.map(({ status }) => status).toSorted((a, b) => a - b);
}

/** Waits until something holds; fails after ten seconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = 200; left > 0; left -= 1) {
    if (await holds()) return;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error("it did not come to hold within ten seconds");
}
