import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { debates } from "#db/schema/debates.ts";
import { responders, responseHistory, responses } from "#db/schema/statements.ts";
import { readMe, signIn, signUp } from "#shared/contract/accounts.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { exportMyData } from "#shared/contract/leaving.ts";
import { joinCommunity } from "#shared/contract/memberships.ts";
import { listMyResponses, readResponseTotals, respond } from "#shared/contract/statements.ts";
import { exportDebate, type ExportFormat } from "#shared/contract/transfer.ts";
import { admitVisitors, nextForVisitor, respondAsVisitor } from "#shared/contract/visitors.ts";
import { DebateBundle } from "#shared/transfer/bundle.ts";
import { goodPassword, newcomer } from "../accounts/testing-people.ts";
import { until } from "../debates/testing-scene.ts";
import { countResponses } from "../statements/public.ts";
import { addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { begin, ended } from "../transfer/testing.ts";
import { unzip } from "../transfer/testing-zip.ts";
import { openDebate, type OpenDebate, say, seenBy, visit } from "./testing-visits.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

let accounts = 0;

/** Somebody with a password, who is a member; and the address to sign in with. */
async function memberOf({ communityId }: OpenDebate) {
  accounts += 1;
  const email = `carried.${accounts}@example.org`;
  const person = await newcomer(server, email);
  const { account } = await person.call(readMe, {});
  const known = Object.assign(person, { accountId: account?.id ?? "" });
  const participantId = await addMember(server, communityId, { person: known });
  return { person, email, participantId };
}

const enter = (browser: Person, email: string) =>
  browser.call(signIn, { body: { email, password: goodPassword } });
const totalsOf = ({ owner, params }: OpenDebate) => owner.call(readResponseTotals, { params });
const historyOf = ({ debateId }: OpenDebate) =>
  server.deps.db.select().from(responseHistory).where(eq(responseHistory.debateId, debateId));

/** The counts that are kept are those of the responses that are kept. */
async function expectConsistent(scene: OpenDebate): Promise<void> {
  const { db } = server.deps;
  const latest = await db.select().from(responses).where(eq(responses.debateId, scene.debateId));
  const people = await db.select().from(responders).where(eq(responders.debateId, scene.debateId));
  const visiting = new Set(people.filter((one) => one.isVisitor).map((one) => one.participantId));
  const isOfVisitor = (one: { participantId: string }) => visiting.has(one.participantId);
  expect(new Set(latest.map((one) => one.participantId))).toEqual(
    new Set(people.map((one) => one.participantId)),
  );
  const totals = await countResponses(db, scene.params);
  const visitors = latest.filter(isOfVisitor).length;
  expect(totals.responses).toBe(latest.length - visitors);
  expect(totals.visitors?.responses ?? 0).toBe(visitors);
}

describe("responses of a visit", () => {
  it("become those of the account that is signed in to, but where it has its own", async () => {
    const scene = await openDebate(server, { statements: 3 });
    const [one = "", two = "", three = ""] = scene.ids;
    const { person, email, participantId } = await memberOf(scene);
    const own = { params: { ...scene.params, statementId: one }, body: { value: 1 } } as const;
    await person.call(respond, own);
    const browser = await visit(server, scene);
    const cookie = browser.cookie;
    await say(browser, scene, { to: one, value: -1 });
    await say(browser, scene, { to: two, value: -1 });
    await say(browser, scene, { to: two, value: 1 });
    const other = await visit(server, scene);
    await say(other, scene, { to: three });
    const { heard } = await scene.owner.listen(debateRoom(scene.params));

    await enter(browser, email);
    expect(browser.cookie).not.toContain("folkmoot-visit");
    const { items } = await browser.call(listMyResponses, { params: scene.params });
    const mine = new Map(items.map(({ statement, value }) => [statement.id, value]));
    expect(mine).toEqual(
      new Map([
        [one, 1],
        [two, 1],
      ]),
    );
    expect(await totalsOf(scene)).toEqual({
      responses: 2,
      people: 1,
      visitors: { responses: 1, people: 1 },
    });
    expect(await seenBy(browser, scene, one)).toMatchObject({
      counts: { agrees: 1, disagrees: 0 },
      visitors: null,
    });
    const history = await historyOf(scene);
    const ofAccount = history.filter((row) => row.participantId === participantId);
    expect(ofAccount.map(({ value }) => value)).toEqual([1, -1, 1]);
    expect(history).toHaveLength(4);
    await until(() => heard.some(({ name }) => name === "responses.counted"));
    await expectConsistent(scene);

    // A copy of the cookie is good for nothing any more, neither for responding nor for another account.
    const copy = server.visitor();
    copy.cookie = cookie;
    for (const refused of [
      await copy.refusal(nextForVisitor, { params: scene.params }),
      await copy.refusal(respondAsVisitor, {
        params: { ...scene.params, statementId: three },
        body: { value: 1 },
      }),
    ]) {
      expect(refused).toMatchObject({ status: 401, reason: { code: "visit-ended" } });
    }
    const second = await memberOf(scene);
    await enter(copy, second.email);
    expect((await copy.call(listMyResponses, { params: scene.params })).items).toEqual([]);
    await expectConsistent(scene);
  });

  it("wait for whoever signs up until they have joined the community, and come once", async () => {
    const scene = await openDebate(server);
    const browser = await visit(server, scene);
    for (const to of scene.ids) await say(browser, scene, { to });
    const body = { email: "newly@example.org", name: "Newly", password: goodPassword };
    await browser.call(signUp, { body });
    expect(browser.cookie).not.toContain("folkmoot-visit");
    expect((await totalsOf(scene)).visitors).toEqual({ responses: 2, people: 1 });
    const archive = await browser.tryCall(exportMyData, {});
    const files = unzip(Buffer.from(await archive.arrayBuffer()));
    expect(JSON.parse(files["account/visits.json"] ?? "")).toHaveLength(1);
    expect(JSON.parse(files["opinions/responses.json"] ?? "")).toHaveLength(2);
    await browser.call(joinCommunity, { params: { communityId: scene.communityId }, body: {} });
    const { items } = await browser.call(listMyResponses, { params: scene.params });
    expect(items).toHaveLength(2);
    expect(await totalsOf(scene)).toEqual({ responses: 2, people: 1, visitors: null });
    await expectConsistent(scene);
  });

  it("stay as they are where the debate is decided, and go nowhere with a forged cookie", async () => {
    const scene = await openDebate(server);
    const { email } = await memberOf(scene);
    const browser = await visit(server, scene);
    await say(browser, scene, { to: scene.ids[0] });
    const forger = server.visitor();
    forger.cookie = browser.cookie.replace(/\.\d+\./, ".99999.");
    await enter(forger, email);
    expect(forger.cookie).not.toContain("folkmoot-visit");
    expect((await totalsOf(scene)).visitors).toEqual({ responses: 1, people: 1 });
    await server.deps.db
      .update(debates)
      .set({ phase: "decided" })
      .where(eq(debates.id, scene.debateId));
    await enter(browser, email);
    expect(await totalsOf(scene)).toEqual({
      responses: 0,
      people: 0,
      visitors: { responses: 1, people: 1 },
    });
  });

  it("are carried whole while others respond to the same statements", async () => {
    const scene = await openDebate(server, { statements: 4 });
    const people = await Promise.all(Array.from({ length: 6 }, () => memberOf(scene)));
    const browsers = await Promise.all(people.map(() => visit(server, scene)));
    for (const to of scene.ids) {
      await Promise.all(browsers.map((browser) => say(browser, scene, { to })));
    }
    const noise = await visit(server, scene);
    await Promise.all([
      ...people.map(({ email }, at) => enter(browsers[at] ?? noise, email)),
      ...scene.ids.toReversed().flatMap((to) => [
        say(noise, scene, { to, value: -1 }),
        scene.member.call(respond, {
          params: { ...scene.params, statementId: to },
          body: { value: 0 },
        }),
      ]),
    ]);
    expect(await totalsOf(scene)).toEqual({
      responses: 28,
      people: 7,
      visitors: { responses: 4, people: 1 },
    });
    await expectConsistent(scene);
  });
});

describe("an export", () => {
  async function decided() {
    const scene = await openDebate(server);
    const [one = "", two = ""] = scene.ids;
    const input = { params: { ...scene.params, statementId: one }, body: { value: 1 } } as const;
    for (const person of [scene.member, scene.owner]) await person.call(respond, input);
    const visitor = await visit(server, scene);
    await say(visitor, scene, { to: one, value: -1 });
    await say(visitor, scene, { to: two, value: 0 });
    await server.deps.db
      .update(debates)
      .set({ phase: "decided" })
      .where(eq(debates.id, scene.debateId));
    return scene;
  }

  const take = ({ member, params }: OpenDebate, format: ExportFormat) =>
    member.tryCall(exportDebate, { params: { ...params, format } });
  const filesOf = async (scene: OpenDebate, format: ExportFormat) =>
    unzip(Buffer.from(await (await take(scene, format)).arrayBuffer()));
  const bundleOf = async (scene: OpenDebate) =>
    DebateBundle.parse(await (await take(scene, "bundle")).json());
  const rowsIn = (text = ""): Record<string, string>[] => parse(text, { columns: true, bom: true });

  it("marks visitors in the files of Polis, in tables, and in the bundle", async () => {
    const scene = await decided();
    const polis = await filesOf(scene, "polis");
    expect(polis["summary.csv"]).toContain("visitors,1");
    const votes = rowsIn(polis["votes.csv"]).map(({ vote, visitor }) => `${vote} ${visitor}`);
    expect(votes.toSorted()).toEqual(["-1 1", "0 1", "1 0", "1 0"]);
    const matrix = rowsIn(polis["participants-votes.csv"]);
    expect(matrix.map((row) => [row["n-votes"], row["visitor"]])).toEqual([
      ["1", "0"],
      ["1", "0"],
      ["2", "1"],
    ]);
    const [first] = rowsIn((await filesOf(scene, "csv"))["statements.csv"]);
    expect(first).toMatchObject({ agrees: "2", disagrees: "0", "visitors-disagrees": "1" });
    expect(await (await take(scene, "markdown")).text()).toContain(
      "(2 agree, 0 disagree, 0 pass; visitors: 0 agree, 1 disagree, 0 pass)",
    );
    const bundle = await bundleOf(scene);
    expect(bundle.people).toMatchObject({ responders: 3, visitors: 1 });
    const ofVisitor = bundle.responses?.latest.filter(([person]) => person === 2);
    expect(ofVisitor?.map(([, , value]) => value).toSorted()).toEqual([-1, 0]);
  });

  it("is read back with the same people apart", async () => {
    const scene = await decided();
    const sources = [
      await filesOf(scene, "polis"),
      { "bundle.json": await (await take(scene, "bundle")).text() },
    ];
    for (const files of sources) {
      const begun = await begin(scene.moderator, scene.communityId, { files });
      const { problem, debateId, communityId } = await ended(scene.moderator, begun);
      expect(problem).toBeNull();
      const ids = { communityId, debateId: debateId ?? "" };
      expect(await countResponses(server.deps.db, ids)).toEqual({
        responses: 2,
        people: 2,
        visitors: { responses: 2, people: 1 },
      });
    }
  });

  it("has nothing of visitors where moderators leave them out", async () => {
    const scene = await decided();
    await scene.moderator.call(admitVisitors, {
      params: scene.params,
      body: { admitted: false, counted: false },
    });
    const polis = await filesOf(scene, "polis");
    expect(rowsIn(polis["votes.csv"])).toHaveLength(2);
    expect(polis["votes.csv"]).not.toContain("visitor");
    const bundle = await bundleOf(scene);
    expect(bundle.people).toMatchObject({ responders: 2, visitors: 0 });
    expect(bundle.responses?.latest).toHaveLength(2);
  });
});
