import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/treasury.ts";
import { type Scene, setScene } from "../commitments/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const begin = async (shape?: { isPrivate: boolean }) => {
  scene = await setScene(server, shape);
};
const params = () => ({ communityId: scene.communityId });
const list = () => scene.member.call(contract.listTreasuryEntries, { params: params(), query: {} });
const confirm = (entryId = "") =>
  scene.owner.call(contract.confirmTreasuryEntries, {
    params: params(),
    body: { entryIds: [entryId] },
  });
const enter = (more: object = {}) =>
  scene.moderator.call(contract.enterTreasuryEntry, {
    params: params(),
    body: {
      kind: "in",
      amount: 50_000,
      currency: "EUR",
      day: "2026-03-01",
      party: "Ada's fund",
      what: "A grant",
      ...more,
    },
  });

describe("a table that was sent before", () => {
  const table =
    "date,kind,amount,party,what\n2026-01-02,in,12.50,Ada,Gift\n2026-01-03,out,20,Host,Rent";
  const bring = (more: object = {}) => ({
    params: params(),
    body: { currency: "EUR", csv: table, ...more },
  });

  it("is refused with the rows that are there, unless they are said to be others", async () => {
    await begin();
    const { moderator, owner } = scene;
    await moderator.call(contract.importTreasuryEntries, bring());
    const again = await owner.refusal(contract.importTreasuryEntries, bring());
    expect(again).toMatchObject({ status: 409, type: "/problems/treasury-entered-already" });
    expect(again.errors?.map(({ reason }) => reason)).toMatchObject([
      { code: "treasury-table-same", values: { line: 2, amount: "12.5", party: "Ada" } },
      { code: "treasury-table-same", values: { line: 3, day: "2026-01-03", what: "Rent" } },
    ]);
    expect((await list()).items).toHaveLength(2);
    const one = `${table.split("\n")[0]}\n2026-01-02,IN,12.5,ADA,gift\n2026-01-04,in,12.50,Ada,Gift`;
    const partly = await owner.refusal(contract.importTreasuryEntries, bring({ csv: one }));
    expect(partly.errors?.map(({ reason }) => reason?.values?.["line"])).toEqual([2]);
    await owner.call(contract.importTreasuryEntries, bring({ areOthers: true }));
    expect((await list()).items).toHaveLength(4);
    await owner.call(contract.importTreasuryEntries, bring({ currency: "USD" }));
  });

  it("is let in again where what it said was refused, or taken back", async () => {
    await begin();
    const { moderator, owner } = scene;
    await moderator.call(contract.importTreasuryEntries, bring());
    const [rent, gift] = (await list()).items;
    await owner.call(contract.refuseTreasuryEntry, {
      params: { ...params(), entryId: rent?.id ?? "" },
      body: { reason: "Not ours." },
    });
    await confirm(gift?.id);
    const still = await owner.refusal(contract.importTreasuryEntries, bring());
    expect(still.errors?.map(({ reason }) => reason?.values?.["line"])).toEqual([2]);
    await owner.call(contract.reverseTreasuryEntry, {
      params: { ...params(), entryId: gift?.id ?? "" },
      body: { day: "2026-03-01", reason: "It was for others." },
    });
    expect((await owner.call(contract.importTreasuryEntries, bring())).entered).toBe(2);
  });

  it("comes twice at once and is entered once", async () => {
    await begin();
    const { moderator, owner } = scene;
    const both = await Promise.all(
      [moderator, owner].map((person) => person.tryCall(contract.importTreasuryEntries, bring())),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await list()).items).toHaveLength(2);
  });
});

describe("the table of all entries", () => {
  it("has every one that was asked for, whole, as far as the reader may see them", async () => {
    await begin({ isPrivate: true });
    const document = { title: "The contract", url: "https://example.org/c", sha256: null };
    const formula = await enter({ party: "=HYPERLINK(1)", document });
    await enter({ currency: "USD" });
    await enter({ amount: 7 });
    await confirm(formula.id);
    const take = (person: Person, query: object) =>
      person.tryCall(contract.downloadTreasuryEntries, { params: params(), query });
    const response = await take(scene.member, { currency: "EUR" });
    expect(response.headers.get("content-type")).toContain("text/csv");
    const [head, ...rows] = (await response.text()).trimEnd().split("\n");
    expect(head).toMatch(/^day,kind,amount,currency,party,what,state,/);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain(`,in,0.07,EUR,Ada's fund,A grant,waiting,`);
    expect(rows[1]).toContain(`,in,500,EUR,'=HYPERLINK(1),A grant,confirmed,`);
    const confirmed = await (await take(scene.member, { state: "confirmed" })).text();
    expect(confirmed.trimEnd().split("\n")).toHaveLength(2);
    expect((await take(server.visitor(), {})).status).toBe(404);
    expect((await take(await server.person("Ole"), {})).status).toBe(404);
  });
});
