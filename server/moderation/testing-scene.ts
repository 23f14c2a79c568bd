import { addRule } from "#shared/contract/communities.ts";
import { readOutline } from "#shared/contract/claims.ts";
import * as flags from "#shared/contract/flags.ts";
import * as contract from "#shared/contract/moderation.ts";
import type { ActionKind, Subject } from "#shared/contract/moderated.ts";
import { debateIn, say, type Scene, setScene } from "../debates/testing-scene.ts";
import { addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";

/** A community with a rule, and three more members who can flag. */
export async function setModerationScene(server: TestServer) {
  const scene = await setScene(server);
  const { communityId, owner } = scene;
  await owner.call(addRule, {
    params: { communityId },
    body: { title: "Be kind", text: "To all." },
  });
  const others: Person[] = [];
  for (const name of ["Carla", "Dora", "Emil"]) {
    const person = await server.person(name);
    await addMember(server, communityId, { person });
    others.push(person);
  }
  const [carla, dora, emil] = others;
  if (!carla || !dora || !emil) throw new Error("three more");
  return { ...scene, carla, dora, emil };
}

export type ModerationScene = Awaited<ReturnType<typeof setModerationScene>>;

/** A claim of Ben's in a debate of Ada's, with what people do about it. */
export async function claimed(scene: Scene, text: string) {
  const { communityId, debateId, positionIds } = await debateIn(scene);
  const ids = { communityId, debateId };
  const { claim } = await say(scene.member, ids, { under: positionIds[0], text });
  const subject: Subject = { kind: "claim", id: claim.id };
  return { ids, positionIds, claim, subject, ...doing(scene, subject, ids) };
}

/** What can be done about something. */
export function doing(
  { communityId, moderator, stranger }: Scene,
  subject: Subject,
  ids: { readonly communityId: string; readonly debateId: string },
) {
  const params = { communityId };
  const flag = (person: Person, more: { kind?: "illegal"; note?: string } = {}) =>
    person.tryCall(flags.flagContent, { params, body: { subject, rule: 1, ...more } });
  const act = (person: Person, kind: ActionKind, more: { until?: string; rule?: number } = {}) =>
    person.call(contract.moderate, {
      params,
      body: { subject, kind, rule: 1, reason: "It is unkind.", ...more },
    });
  const item = async (person = moderator) => {
    const query = { limit: 100, order: "newest" as const };
    const { items } = await person.call(contract.listModerationItems, { params, query });
    return items.find((one) => one.subject.id === subject.id);
  };
  const seenBy = async (person: Person = stranger) => {
    const { claims } = await person.call(readOutline, { params: ids });
    return claims.find(({ id }) => id === subject.id);
  };
  return { flag, act, item, seenBy };
}
