import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { debates } from "#db/schema/debates.ts";
import { groupNames, groupNameVotes } from "#db/schema/group-names.ts";
import { addRule } from "#shared/contract/communities.ts";
import { flagContent } from "#shared/contract/flags.ts";
import {
  chooseGroupName,
  groupNamesChanged,
  listGroupNames,
  mostNamesEach,
  proposeGroupName,
} from "#shared/contract/group-names.ts";
import {
  listModerationItems,
  moderate,
  readModeratedContent,
  readModerationAction,
  readModerationItem,
} from "#shared/contract/moderation.ts";
import { readOpinionMap } from "#shared/contract/opinions.ts";
import { addDebate } from "../statements/testing.ts";
import { addMember } from "../testing/community.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import type { Person } from "../testing/person.ts";
import { tellGroupNames } from "./name-group.ts";
import { analyseSides } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

type Scene = Awaited<ReturnType<typeof scene>>;

/** Five members in one group of a map, with others in both. */
async function scene() {
  const made = await addDebate(server);
  const { communityId, debateId, member, memberId } = made;
  const people = [member];
  const personIds = [memberId];
  for (const name of ["Ann", "Bob", "Cas", "Dee"]) {
    const person = await server.person(name);
    people.push(person);
    personIds.push(await addMember(server, communityId, { person }));
  }
  const ids = { communityId, debateId };
  await analyseSides(server, ids, [personIds, []]);
  return { ...made, ids, people };
}

/** As five minutes pass. */
async function wait({ debateId }: Scene): Promise<void> {
  const { db } = server.deps;
  const earlier = sql`now() - interval '6 minutes'`;
  await db.update(groupNames).set({ createdAt: earlier }).where(eq(groupNames.debateId, debateId));
  await db
    .update(groupNameVotes)
    .set({ castAt: earlier })
    .where(eq(groupNameVotes.debateId, debateId));
}

async function shownNames({ ids }: Scene, reader: Person) {
  const { map } = await reader.call(readOpinionMap, { params: ids });
  return map?.groups.flatMap(({ name }) => (name ? [name.text] : []));
}

const propose = async ({ ids }: Scene, person: Person, text: string) => {
  const { choice } = await person.call(proposeGroupName, { params: ids, body: { text } });
  return choice ?? "";
};
const choose = ({ ids }: Scene, person: Person, nameId: string | null) =>
  person.call(chooseGroupName, { params: ids, body: { nameId } });

describe("a group's name", () => {
  it("shows to everybody once three of the group want it, and the five minutes are over", async () => {
    const here = await scene();
    const [ann, bob, cas] = here.people as [Person, Person, Person];
    const stranger = await server.person("Sal");
    const id = await propose(here, ann, "  Open   weights ");
    await wait(here);
    await choose(here, bob, id);
    await wait(here);
    expect(await shownNames(here, stranger)).toEqual([]);
    await choose(here, cas, id);
    expect(await shownNames(here, stranger)).toEqual([]);
    await wait(here);
    expect(await shownNames(here, stranger)).toEqual(["Open weights"]);
    await choose(here, cas, null);
    expect(await shownNames(here, stranger)).toEqual(["Open weights"]);
    await wait(here);
    expect(await shownNames(here, stranger)).toEqual([]);
  });

  it("is proposed and chosen by the group's own people alone, who are told neither whose it is nor how many want it", async () => {
    const here = await scene();
    const [ann, bob] = here.people as [Person, Person];
    const id = await propose(here, ann, "Careful ones");
    const before = await bob.call(listGroupNames, { params: here.ids });
    expect(before.names).toEqual([]);
    await wait(here);
    const { names, group } = await bob.call(listGroupNames, { params: here.ids });
    expect(names).toEqual([{ id, text: "Careful ones", isMine: false, isShown: false }]);
    expect(group).not.toBeNull();
    expect(id[14]).toBe("4");
    // The moderator has answered nothing, and is in no group.
    const { ids, moderator, owner } = here;
    expect(await moderator.call(listGroupNames, { params: ids })).toMatchObject({
      group: null,
      names: [],
      can: { name: false },
    });
    for (const refused of [
      await moderator.refusal(proposeGroupName, { params: ids, body: { text: "Others" } }),
      await owner.refusal(chooseGroupName, { params: ids, body: { nameId: id } }),
    ]) {
      expect(refused).toMatchObject({ status: 403, reason: { code: "in-no-group" } });
    }
  });

  it("is a readable name, stands once, and one person proposes a few at most", async () => {
    const here = await scene();
    const [ann, bob] = here.people as [Person, Person];
    const { ids } = here;
    await propose(here, ann, "Careful ones");
    const again = { params: ids, body: { text: "careful ONES" } };
    expect(await bob.refusal(proposeGroupName, again)).toMatchObject({ status: 409 });
    for (const text of ["", "\u202Eesrever", "x".repeat(41)]) {
      expect((await bob.refusal(proposeGroupName, { params: ids, body: { text } })).status).toBe(
        422,
      );
    }
    for (let at = 1; at < mostNamesEach; at += 1) await propose(here, ann, `Name ${at}`);
    expect(
      await ann.refusal(proposeGroupName, { params: ids, body: { text: "One more" } }),
    ).toMatchObject({ status: 403, reason: { code: "most-names" } });
  });

  it("is proposed a few times at most by one person also where all of it is sent at once", async () => {
    const here = await scene();
    const texts = Array.from({ length: 3 * mostNamesEach }, (_, at) => `Name number ${at}`);
    const replies = await Promise.all(
      texts.map((text) =>
        here.member.tryCall(proposeGroupName, { params: here.ids, body: { text } }),
      ),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(mostNamesEach);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 403]));
  });

  it("is a matter of its own group: strangers and others are refused, and a repeated request proposes once", async () => {
    const here = await scene();
    const input = { params: here.ids, body: { text: "Careful ones" } };
    const elsewhere = await scene();
    expect((await server.visitor().refusal(proposeGroupName, input)).status).toBe(401);
    expect((await elsewhere.member.refusal(proposeGroupName, input)).status).toBe(403);
    expect((await here.owner.refusal(proposeGroupName, input)).reason?.code).toBe("in-no-group");
    const key = crypto.randomUUID();
    for (let time = 0; time < 3; time += 1) await here.member.call(proposeGroupName, input, key);
    const { names } = await here.member.call(listGroupNames, { params: here.ids });
    expect(names).toHaveLength(1);
    const theirs = { params: elsewhere.ids, body: { nameId: names[0]?.id ?? "" } };
    expect((await elsewhere.member.refusal(chooseGroupName, theirs)).status).toBe(404);
  });

  it("is nothing to move any more in an archived debate", async () => {
    const here = await scene();
    const [ann] = here.people as [Person];
    await server.deps.db
      .update(debates)
      .set({ phase: "archived" })
      .where(and(eq(debates.communityId, here.communityId), eq(debates.id, here.debateId)));
    expect(
      await ann.refusal(proposeGroupName, { params: here.ids, body: { text: "Late ones" } }),
    ).toMatchObject({ status: 409 });
  });

  it("is told of to the room by the clock, without saying of which group", async () => {
    const here = await scene();
    const [ann] = here.people as [Person];
    const stranger = await server.person("Sal");
    const { heard } = await stranger.listen(`debate:${here.communityId}:${here.debateId}`);
    await propose(here, ann, "Careful ones");
    const { rows } = await server.deps.db.execute<{ wait: number }>(sql`
      select extract(epoch from run_at - now())::float8 as wait from graphile_worker.jobs
      where key like ${`names ${here.debateId}%`}`);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.wait).toBeGreaterThan(0);
    tellGroupNames(server.deps, here.ids);
    const told = () => heard.filter(({ name }) => name === groupNamesChanged.name);
    await vi.waitFor(() => expect(told()).toHaveLength(1), { timeout: 30_000 });
    expect(told()[0]?.payload).toEqual(here.ids);
    stranger.leave();
  });

  it("can be flagged and hidden, without its author being told to anybody, and comes off the map", async () => {
    const here = await scene();
    const [ann, bob, cas] = here.people as [Person, Person, Person];
    const { communityId, moderator, owner } = here;
    const rule = { title: "Be kind", text: "To all." };
    await owner.call(addRule, { params: { communityId }, body: rule });
    const id = await propose(here, ann, "Fools");
    await wait(here);
    for (const person of [bob, cas]) await choose(here, person, id);
    await wait(here);
    expect(await shownNames(here, bob)).toEqual(["Fools"]);
    const subject = { kind: "group-name" as const, id };
    await bob.call(flagContent, { params: { communityId }, body: { subject, rule: 1 } });
    const { items } = await moderator.call(listModerationItems, {
      params: { communityId },
      query: {},
    });
    const [item] = items;
    expect(item).toMatchObject({ subject, author: null, excerpt: "Fools" });
    const params = { communityId, itemId: item?.id ?? "" };
    const seen = await moderator.call(readModerationItem, { params });
    expect(JSON.stringify(seen)).not.toContain(here.memberId);
    await moderator.call(moderate, {
      params: { communityId },
      body: {
        subject,
        kind: "hide",
        rule: 1,
        reason: "An insult.",
        item: { id: params.itemId, version: item?.version ?? 1 },
      },
    });
    expect(await shownNames(here, bob)).toEqual([]);
    expect((await bob.call(listGroupNames, { params: here.ids })).names).toEqual([]);
    expect((await bob.call(listGroupNames, { params: here.ids })).held).toEqual([]);
    const { held } = await ann.call(listGroupNames, { params: here.ids });
    expect(held).toMatchObject([{ id, mark: { state: "hidden", rule: { number: 1 } } }]);
    // Why is told to who proposed it, and does not tell others who that is; nor can it be appealed, which would.
    const why = { params: { communityId, actionId: held[0]?.mark.actionId ?? "" } };
    expect(await ann.call(readModerationAction, why)).toMatchObject({
      reason: "An insult.",
      author: null,
      can: { readContent: true, appeal: false, undo: false },
    });
    expect(await bob.call(readModerationAction, why)).toMatchObject({
      reason: null,
      author: null,
      can: { readContent: false },
    });
    const content = { params: { communityId, kind: "group-name" as const, subjectId: id } };
    expect((await ann.call(readModeratedContent, content)).words).toEqual({ name: "Fools" });
    expect((await bob.refusal(readModeratedContent, content)).status).toBe(403);
    expect((await server.visitor().call(readModerationAction, why)).reason).toBeNull();
  });
});
