import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accounts } from "#db/schema/accounts.ts";
import { changeEmail, readMe, requestPasswordReset, signIn } from "#shared/contract/accounts.ts";
import { readOutline } from "#shared/contract/claims.ts";
import { createDebate, readDebate } from "#shared/contract/debates.ts";
import { addComment } from "#shared/contract/comments.ts";
import { communityRoom } from "#shared/contract/event.ts";
import { deleteAccount, exportMyData, readFarewell } from "#shared/contract/leaving.ts";
import {
  changeRole,
  createInvitation,
  joinCommunity,
  listMembers,
  renameMyself,
  requestToJoin,
} from "#shared/contract/memberships.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { changeBio } from "#shared/contract/profiles.ts";
import { rateTruth } from "#shared/contract/ratings.ts";
import { bookmarkClaim } from "#shared/contract/reading.ts";
import { hashPassword } from "../accounts/public.ts";
import { addCodes } from "../accounts/testing-codes.ts";
import {
  confirmed,
  goodPassword,
  jobsDone,
  mailFor,
  newcomer,
} from "../accounts/testing-people.ts";
import { found } from "../communities/testing-scene.ts";
import { debateIn, say, setScene, until } from "../debates/testing-scene.ts";
import type { Mail } from "../platform/mailer.ts";
import { addCommunity, addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { sendSlowly } from "../testing/late.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { unzip } from "../transfer/testing-zip.ts";
import { forgetLatecomers } from "./public.ts";
import { columnsWith } from "./testing-traces.ts";

let server: TestServer;
const sent: Mail[] = [];
/** Mails are kept until somebody asks for a farewell, which is sent at once. */
const mailer = { sends: false, send: async (mail: Mail) => void sent.push(mail) };

beforeAll(async () => {
  server = await startTestServer({ given: { mailer } });
  // The first to sign up operates the installation.
  await newcomer(server, "first@example.org");
});
afterAll(() => server.close());

const given = { body: { password: goodPassword, proof: {} } };

/** Somebody who can prove to own the account. */
async function owner(name: string): Promise<Person> {
  const person = await server.person(name);
  await setPassword(person);
  return person;
}

async function setPassword({ accountId }: Person): Promise<void> {
  await server.deps.db
    .update(accounts)
    .set({ passwordHash: await hashPassword(goodPassword) })
    .where(eq(accounts.id, accountId));
}

async function countMemberships(): Promise<number> {
  const { rows } = await server.deps.db.execute<{ count: string }>(
    sql`select count(*) from memberships`,
  );
  return Number(rows[0]?.count);
}

describe("who deletes the account", () => {
  it("leaves what was written, by a former member, and no trace of who that was", async () => {
    const scene = await setScene(server);
    const params = { communityId: scene.communityId };
    const email = "zephyrine.quandary@example.org";
    const leaver = await confirmed(server, email, "Zephyrine Quandary");
    await leaver.call(joinCommunity, { params, body: { name: "Umbrelline" } });
    const { id } = await leaver.call(renameMyself, { params, body: { name: "Brontosine" } });
    const before = await leaver.call(readMe, {});
    const accountId = before.account?.id ?? "";

    const ids = await debateIn(scene);
    const below = { communityId: ids.communityId, debateId: ids.debateId };
    const said = await say(leaver, below, { under: ids.positionIds[0], text: "Words that stay" });
    await say(scene.member, below, { kind: "claim", under: said.claim.id, text: "An answer" });
    const claim = { ...below, claimId: said.claim.id };
    await leaver.call(rateTruth, { params: claim, body: { rating: 3 } });
    await scene.owner.call(changeRole, {
      params: { ...params, participantId: id },
      body: { role: "moderator" },
    });
    await leaver.call(createInvitation, { params, body: {} });
    const elsewhere = await found(scene.foreigner, { joinPolicy: "on-request" });
    await leaver.call(requestToJoin, {
      params: { communityId: elsewhere.id },
      body: { message: "I am called Quixotella at home" },
    });
    await leaver.call(changeEmail, {
      body: { email: "other.quandary@example.org", password: goodPassword },
    });
    await server.visitor().call(requestPasswordReset, { body: { email } });
    await mailFor(server, { email, subject: /new password/i });
    await jobsDone(server);

    await leaver.call(changeBio, { params, body: { bio: "Keeper of the Xanthippe" } });
    const marks = [
      "Xanthippe",
      "Zephyrine",
      "Umbrelline",
      "Brontosine",
      "quandary",
      "Quixotella",
      accountId,
    ];
    const kept = await columnsWith(server, marks);
    for (const mark of marks) {
      expect(kept.join("\n")).toContain(mark.toLowerCase());
    }
    const archive = await leaver.tryCall(exportMyData, {});
    const files = unzip(Buffer.from(await archive.arrayBuffer()));
    expect(files["opinions/truth-ratings.json"]).toContain(said.claim.id);
    expect(files["written/claims.json"]).toContain("Words that stay");
    expect(files["communities/requests.json"]).toContain("Quixotella");

    const { heard } = await scene.stranger.listen(communityRoom(params));
    const onDevice = leaver.socket;
    await leaver.listen(`account:${accountId}`);
    mailer.sends = true;
    await leaver.call(deleteAccount, given);
    mailer.sends = false;

    expect(await columnsWith(server, marks)).toEqual([]);
    const outline = await scene.stranger.call(readOutline, { params: below });
    expect(outline.claims.find((one) => one.id === said.claim.id)).toMatchObject({
      text: "Words that stay",
      truth: { count: 1, sum: 3 },
    });
    expect(outline.authors.find((one) => one.id === id)).toEqual({
      id,
      name: "Former member",
      kind: "former",
    });
    const members = await scene.owner.call(listMembers, { params, query: {} });
    expect(members.items.map(({ id: memberId }) => memberId)).not.toContain(id);

    expect(sent.map(({ to, subject }) => ({ to, subject }))).toEqual([
      { to: email, subject: "Your Folkmoot account is deleted" },
    ]);
    await until(() => !onDevice.connected);
    await until(() => heard.some(({ name }) => name === "member.left"));
    expect(JSON.stringify(heard)).not.toContain("Brontosine");
    expect((await leaver.call(readMe, {})).account).toBeNull();
    const again = await leaver.refusal(deleteAccount, given);
    expect(again.status).toBe(401);
    const visit = await server
      .visitor()
      .refusal(signIn, { body: { email, password: goodPassword } });
    expect(visit.type).toBe("/problems/e-mail-or-password-wrong");
    expect(server.logged.join("\n")).not.toMatch(/quandary|Zephyrine|Brontosine/i);
  });

  it("is forgotten under former names too, where others were told of what they did", async () => {
    const scene = await setScene(server);
    const { communityId } = scene;
    const person = await owner("Nameless");
    const params = { communityId };
    await addMember(server, communityId, { person });
    await person.call(renameMyself, { params, body: { name: "Gladioline" } });
    const { positionIds, ...ids } = await debateIn(scene);
    const below = { under: positionIds[0], text: "Words of Ben's" };
    const { claim } = await say(scene.member, ids, below);
    const about = { params: { ...ids, claimId: claim.id }, body: { text: "Which ones?" } };
    await person.call(addComment, about);
    await person.call(renameMyself, { params, body: { name: "Hyacinthine" } });
    const asked = await found(scene.foreigner, { joinPolicy: "on-request" });
    await person.call(requestToJoin, { params: { communityId: asked.id }, body: {} });
    await server.deps.db
      .update(accounts)
      .set({ name: "Otherwise" })
      .where(eq(accounts.id, person.accountId));
    await person.call(deleteAccount, given);
    expect(await columnsWith(server, ["Gladioline", "Hyacinthine", "Nameless"])).toEqual([]);
    const { items } = await scene.member.call(listNotices, { query: { limit: 1 } });
    expect(items[0]?.data).toMatchObject({ name: "Former member", text: "Words of Ben's" });
  });

  it("amid other requests is refused these, or forgotten in them a little later", async () => {
    const scene = await setScene(server);
    const { communityId } = scene;
    const person = await owner("Wisterine");
    const params = { communityId };
    const id = await addMember(server, communityId, { person });
    const { positionIds, ...ids } = await debateIn(scene);
    const below = { under: positionIds[0], text: "A claim to keep" };
    const { claim } = await say(scene.member, ids, below);
    const at = { ...ids, claimId: claim.id };
    const slowly = (send: () => Promise<Response>) => sendSlowly(server, send);
    const late = [
      await slowly(() => person.tryCall(bookmarkClaim, { params: at })),
      await slowly(() => person.tryCall(changeBio, { params, body: { bio: "I am Wisterine" } })),
      await slowly(() => person.tryCall(addComment, { params: at, body: { text: "Late" } })),
    ];
    await person.call(deleteAccount, given);
    const statuses: number[] = [];
    for (const { finish } of late) statuses.push(await finish());
    expect(statuses).toEqual([401, 403, 200]);
    expect(await columnsWith(server, ["Wisterine"])).not.toEqual([]);
    await forgetLatecomers(server.deps, { communityIds: [communityId], participantIds: [id] });
    expect(await columnsWith(server, ["Wisterine"])).toEqual([]);
    const { rows } = await server.deps.db.execute(
      sql`select from graphile_worker.jobs where task_identifier = 'forget-latecomers' and run_at > now()`,
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  it("proves to be the owner, by the second step too where there is one", async () => {
    const person = await confirmed(server, "guarded.leaver@example.org");
    const { app } = await addCodes(person, server.deps.clock);
    const wrong = await person.refusal(deleteAccount, {
      body: { password: "not this one at all", proof: {} },
    });
    expect(wrong.type).toBe("/problems/password-wrong");
    const missing = await person.refusal(deleteAccount, given);
    expect(missing.type).toBe("/problems/second-step-missing");
    await person.call(deleteAccount, {
      body: { password: goodPassword, proof: { code: app() } },
    });
    expect((await person.call(readMe, {})).account).toBeNull();
  });

  it("can do it only once, even from two devices at the same time", async () => {
    const person = await owner("Twice");
    const answers = await Promise.all([1, 2, 3].map(() => person.tryCall(deleteAccount, given)));
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([204, 401, 401]);
  });
});

describe("the last owner of a community", () => {
  it("hands it over first, and is told which", async () => {
    const person = await owner("Keeper");
    const member = await server.person("Follower");
    const { communityId } = await addCommunity(server, person, { name: "Harbour Watch" });
    const alone = await addCommunity(server, person, { name: "Empty Room" });
    const participantId = await addMember(server, communityId, { person: member });
    const farewell = await person.call(readFarewell, {});
    expect(farewell.handOver.map(({ name }) => name)).toEqual(["Harbour Watch"]);
    expect(farewell.left.map(({ name }) => name)).toEqual(["Empty Room"]);

    const before = await countMemberships();
    const refused = await person.refusal(deleteAccount, given);
    expect(refused).toMatchObject({
      status: 409,
      type: "/problems/hand-over-first",
      reason: { code: "hand-over-first", values: { communities: "Harbour Watch" } },
    });
    expect(await countMemberships()).toBe(before);
    expect((await person.call(readMe, {})).account).not.toBeNull();

    const params = { communityId, participantId };
    await person.call(changeRole, { params, body: { role: "owner" } });
    await person.call(deleteAccount, given);
    const left = await member
      .call(joinCommunity, {
        params: { communityId: alone.communityId },
        body: {},
      })
      .catch((error: unknown) => error);
    expect(String(left)).toContain("invitation-required");
  });
});

describe("the only operator", () => {
  it("goes only where the settings say who comes next", async () => {
    const person = await owner("Operator");
    await server.deps.db.update(accounts).set({ isOperator: false });
    await server.deps.db
      .update(accounts)
      .set({ isOperator: true })
      .where(eq(accounts.id, person.accountId));
    server.deps.sessions.forget();
    expect((await person.call(readFarewell, {})).isOnlyOperator).toBe(true);
    expect((await person.refusal(deleteAccount, given)).type).toBe("/problems/only-operator");
    const other = await owner("Second operator");
    await server.deps.db
      .update(accounts)
      .set({ isOperator: true })
      .where(eq(accounts.id, other.accountId));
    await person.call(deleteAccount, given);
  });
});

describe("a draft", () => {
  it("of somebody who has gone is still there for moderators", async () => {
    const scene = await setScene(server);
    const { communityId } = scene;
    const writer = await owner("Drafter");
    await addMember(server, communityId, { person: writer });
    const draft = await writer.call(createDebate, {
      params: { communityId },
      body: { question: "What is not said yet?", topic: "governance", language: "en" },
    });
    await writer.call(deleteAccount, given);
    const params = { communityId, debateId: draft.id };
    const seen = await scene.moderator.call(readDebate, { params });
    expect(seen.author.kind).toBe("former");
  });
});
