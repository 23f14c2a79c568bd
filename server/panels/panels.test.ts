import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDebate } from "#shared/contract/debates.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import * as contract from "#shared/contract/panels.ts";
import { verifyPanel } from "#shared/sortition/transcript.ts";
import { drawn } from "../operations/testing-tour-panels.ts";
import { addCrowd } from "../accountability/testing-scene.ts";
import { addCommunity, addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

let server: TestServer;
let owner: Person;
let communityId: string;
const people: Person[] = [];

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olga");
  ({ communityId } = await addCommunity(server, owner));
  for (let at = 0; at < 8; at += 1) {
    const person = await server.person(`Person ${at}`);
    await addMember(server, communityId, { person });
    people.push(person);
  }
});
afterAll(() => server.close());

const canary = "lives-alone-on-the-hill";
const home = (rents: number) => ({
  name: "home",
  values: [
    { value: "rents", min: rents, max: 3 },
    { value: canary, min: 0, max: 3 },
  ],
});
const call = async (attributes: object[] = [home(1)]) => {
  const body = { title: "Water", purpose: "How much for whom?", seats: 3, attributes };
  const { id: panelId } = await owner.call(contract.createPanel, {
    params: { communityId },
    body: body as never,
  });
  return { communityId, panelId };
};
const answersOf = (at: number) => ({ home: at % 2 === 0 ? "rents" : canary });
const register = (params: { communityId: string; panelId: string }) =>
  Promise.all(
    people.map((person, at) =>
      person.call(contract.volunteer, { params, body: { answers: answersOf(at) } }),
    ),
  );

describe("a panel", () => {
  it("is drawn from those who volunteer, and drawn again by a stranger who learns nothing of them", async () => {
    const params = await call();
    await register(params);
    await owner.call(contract.fixPanelList, { params });
    const panel = await drawn(owner, params);
    expect(panel.spread).toMatchObject({ minimum: 0.375, maximum: 0.375, gini: 0 });
    const stranger = server.visitor();
    const transcript = await stranger.call(contract.readPanelTranscript, { params });
    expect(verifyPanel(transcript, panel.lotteryHash ?? "")).toMatchObject({
      isRight: true,
      faults: [],
    });
    expect(JSON.stringify(transcript)).not.toContain(canary);
    const forged = { ...transcript, number: ((transcript.number ?? 0) + 1) % 1_000 };
    expect(verifyPanel(forged).faults.map(({ code }) => code)).toEqual(["number-differs"]);
  });

  it("tells each their own chance and seat alone, and who was drawn to those who were", async () => {
    const params = await call();
    await register(params);
    await owner.call(contract.fixPanelList, { params });
    await drawn(owner, params);
    const views = await Promise.all(
      people.map((person) => person.call(contract.readPanel, { params })),
    );
    expect(views.map(({ mine }) => mine?.chance)).toEqual(people.map(() => 0.375));
    expect(views.filter(({ mine }) => mine?.seat === "invited")).toHaveLength(3);
    expect((await server.visitor().call(contract.readPanel, { params })).mine).toBeNull();
    const out = views.findIndex(({ mine }) => mine?.seat === null);
    const refused = await people[out]?.refusal(contract.listPanelSeats, { params });
    expect(refused?.status).toBe(403);
  });

  it("has another drawn by the same lot, with whom the quotas hold, for whoever declines", async () => {
    const params = await call();
    await register(params);
    await owner.call(contract.fixPanelList, { params });
    await drawn(owner, params);
    const before = await owner.call(contract.listPanelSeats, { params });
    const [first = { name: "" }] = before.items;
    const decliner = people.find(({ name }) => name === first.name);
    await decliner?.call(contract.answerPanelInvitation, { params, body: { accept: false } });
    const { items } = await owner.call(contract.listPanelSeats, { params });
    expect(items.filter(({ seat }) => seat === "invited")).toHaveLength(3);
    expect(items.filter(({ seat }) => seat === "declined")).toHaveLength(1);
    const transcript = await owner.call(contract.readPanelTranscript, { params });
    const found = verifyPanel(transcript);
    expect(found.isRight).toBe(true);
    expect(found.members).toHaveLength(3);
  });

  it("whose quotas nobody can meet opens registration again, with the conflict and the way out", async () => {
    const params = await call([
      {
        name: "home",
        values: [
          { value: "rents", min: 0, max: 1 },
          { value: canary, min: 0, max: 1 },
        ],
      },
    ]);
    await register(params);
    await owner.call(contract.fixPanelList, { params });
    await expect
      .poll(async () => (await owner.call(contract.readPanel, { params })).obstacle, {
        timeout: 60_000,
      })
      .not.toBeNull();
    const panel = await owner.call(contract.readPanel, { params });
    expect(panel.stage).toBe("registering");
    expect(panel.obstacle?.conflict).toHaveLength(2);
    expect(panel.obstacle?.relaxation).toMatchObject([{ attribute: "home", instead: 2 }]);
    const wider = [
      { min: 0, max: 2 },
      { min: 0, max: 1 },
    ];
    const body = { seats: 3, bounds: [wider] };
    const changed = await owner.call(contract.changePanelQuotas, { params, body });
    expect(changed).toMatchObject({ obstacle: null, volunteers: 8 });
    await owner.call(contract.fixPanelList, { params });
    expect((await drawn(owner, params)).stage).toBe("drawn");
  });

  it("has its quotas changed for all values that it has, within its seats, and only while people register", async () => {
    const params = await call();
    const change = (seats: number, most: number[]) =>
      owner.refusal(contract.changePanelQuotas, {
        params,
        body: { seats, bounds: [most.map((max) => ({ min: 0, max }))] },
      });
    expect((await change(3, [1])).errors?.[0]?.pointer).toBe("#/body/bounds");
    expect((await change(2, [2, 3])).errors?.[0]?.pointer).toBe("#/body/bounds/0/1/max");
    await register(params);
    await owner.call(contract.fixPanelList, { params });
    expect((await change(3, [3, 3])).reason?.code).toBe("panel-stage");
  });

  it("asks whoever was drawn by a notice that leads to its page", async () => {
    const params = await call();
    await register(params);
    await owner.call(contract.fixPanelList, { params });
    await drawn(owner, params);
    const notices = await Promise.all(
      people.map((person) => person.call(listNotices, { query: { limit: 50 } })),
    );
    const links = notices.flatMap(({ items }) => items.map(({ link }) => link));
    expect(links.filter((link) => link.endsWith(`/panels/${params.panelId}`))).toHaveLength(3);
  });

  it("is about a debate that all can read, or about none", async () => {
    const { id: debateId } = await owner.call(createDebate, {
      params: { communityId },
      body: { question: "Who owns the river?", topic: "governance", language: "en" },
    });
    const body = { title: "Water", purpose: "For whom?", seats: 1, attributes: [], debateId };
    const refused = await owner.refusal(contract.createPanel, { params: { communityId }, body });
    expect(refused.reason?.code).toBe("panel-draft");
    expect(refused.errors?.[0]?.pointer).toBe("#/body/debateId");
  });

  it("counts nobody in a group of few, nor while people still come", async () => {
    const params = await call();
    await register(params);
    expect((await owner.call(contract.readPanel, { params })).counts).toEqual([]);
    await owner.call(contract.fixPanelList, { params });
    expect((await drawn(owner, params)).counts).toEqual([]);
  });
});

it("a drawn panel is counted by value where neither the drawn nor the others are few, and not again when somebody is replaced", async () => {
  const crowd = [{ language: "en" as const, people: 40, acted: 0 }];
  const { communityId: wide } = await addCrowd(server, owner, crowd);
  const params = { communityId: wide };
  const values = (least: number, most: number) => [
    { value: "a", min: least, max: least },
    { value: "b", min: most, max: most },
  ];
  const { id: panelId } = await owner.call(contract.createPanel, {
    params,
    body: {
      title: "Water",
      purpose: "How much?",
      seats: 12,
      attributes: [
        { name: "even", values: values(6, 6) },
        { name: "odd", values: values(4, 8) },
      ],
    },
  });
  await server.sql(
    `insert into panel_volunteers (community_id, panel_id, participant_id, answers)
      select $1, $2, id, jsonb_build_object(
        'even', case when n % 2 = 0 then 'a' else 'b' end,
        'odd', case when n % 4 < 2 then 'a' else 'b' end)
      from (select participant_id as id, row_number() over (order by participant_id) as n
        from memberships where community_id = $1 and role = 'member') as members`,
    [wide, panelId],
  );
  const at = { communityId: wide, panelId };
  await owner.call(contract.fixPanelList, { params: at });
  const before = await drawn(owner, at);
  expect(before.counts.map(({ attribute }) => attribute)).toEqual(["even", "odd"]);
  const even = { attribute: "even", values: [6, 6].map((count) => ({ count })) };
  expect(before.drawnCounts).toMatchObject([even]);
  const { items } = await owner.call(contract.listPanelSeats, { params: at });
  const body = { participantId: items[0]?.participantId ?? "", reason: "They moved away." };
  const after = await owner.call(contract.replacePanelMember, { params: at, body });
  expect(after.drawnCounts).toEqual(before.drawnCounts);
});

describe("a table of volunteers", () => {
  const send = (params: { communityId: string; panelId: string }, csv: string) =>
    owner.refusal(contract.importVolunteers, { params, body: { csv } });

  it("with a slip is refused by line and column, and nobody of it is stored", async () => {
    const params = await call();
    const head = "member,household,home\n";
    expect((await send(params, "name,home\n")).detail).toContain("member,household,home");
    const odd = await send(params, `${head}Person 0,,rents\nPerson 1,,owns\n`);
    expect(odd.detail).toContain("Line 3, column home: owns");
    expect((await send(params, `${head}Nobody,,rents\n`)).detail).toContain(
      "Line 2, column member",
    );
    expect((await send(params, `${head}Person 0,,rents\nPerson 0,,rents\n`)).detail).toContain(
      "line 2 already",
    );
    const apart = await send(params, `${head}Person 0,,rents\n\n\nPerson 1,,owns\n`);
    expect(apart.detail).toContain("Line 5, column home: owns");
    expect((await owner.call(contract.readPanel, { params })).volunteers).toBe(0);
  });

  it("registers all of its people", async () => {
    const params = await call();
    const csv = "member,household,home\nPerson 0,Mill Lane 1,rents\nPerson 1,,rents\n";
    const panel = await owner.call(contract.importVolunteers, { params, body: { csv } });
    expect(panel.volunteers).toBe(2);
  });
});
