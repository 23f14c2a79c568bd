import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listCommitments } from "#shared/contract/commitments.ts";
import { communityRoom } from "#shared/contract/event.ts";
import * as contract from "#shared/contract/treasury.ts";
import { ask, type Scene, setScene } from "../commitments/testing-scene.ts";
import { until } from "../debates/testing-scene.ts";
import { toldTo } from "../disputes/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Each of these looks at a treasury of its own. */
const begin = async (shape?: { isPrivate: boolean }) => {
  scene = await setScene(server, shape);
  return scene;
};
const monthsAgo = (months: number) => {
  const now = new Date();
  const at = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1));
  return at.toISOString().slice(0, 10);
};
const params = () => ({ communityId: scene.communityId });
const entryOf = (more: object = {}) => ({
  kind: "in" as const,
  amount: 50_000,
  currency: "EUR",
  day: monthsAgo(1),
  party: "Ada's fund",
  what: "A grant",
  ...more,
});
const enter = (more: object = {}, person: Person = scene.moderator) =>
  person.call(contract.enterTreasuryEntry, { params: params(), body: entryOf(more) });
const confirm = (entries: readonly { readonly id: string }[], person: Person = scene.owner) =>
  person.call(contract.confirmTreasuryEntries, {
    params: params(),
    body: { entryIds: entries.map(({ id }) => id) },
  });
const read = (person: Person = server.visitor()) =>
  person.call(contract.readTreasury, { params: params() });
const list = (query: object = {}) =>
  server.visitor().call(contract.listTreasuryEntries, { params: params(), query });
const whyNot = async (refused: ReturnType<Person["refusal"]>) => {
  const { type, reason, errors } = await refused;
  return errors?.map((error) => [error.pointer, error.reason?.code]) ?? reason?.code ?? type;
};
const actsOf = async (subject: string) => {
  const { rows } = await server.deps.db.execute<{ kind: string; payload: object }>(
    `select kind, payload from ledger_acts where subject = '${subject}' order by id`,
  );
  return rows;
};

describe("a treasury", () => {
  it("counts what one entered and another one confirmed, and nothing else", async () => {
    await begin();
    const { heard } = await server.visitor().listen(communityRoom(scene));
    const entry = await enter();
    expect((await read()).figures).toMatchObject({
      balance: 0,
      waiting: { count: 1, in: 50_000, out: 0 },
    });
    expect(await toldTo(scene.owner)).toContain("treasury.waiting");
    expect(await toldTo(scene.moderator)).not.toContain("treasury.waiting");
    const own = scene.moderator.refusal(contract.confirmTreasuryEntries, {
      params: params(),
      body: { entryIds: [entry.id] },
    });
    expect(await whyNot(own)).toBe("treasury-second-person");
    await confirm([entry]);
    expect((await read()).figures).toMatchObject({ balance: 50_000, waiting: { count: 0 } });
    expect(await toldTo(scene.owner)).not.toContain("treasury.waiting");
    const again = scene.owner.refusal(contract.confirmTreasuryEntries, {
      params: params(),
      body: { entryIds: [entry.id] },
    });
    expect(await whyNot(again)).toBe("treasury-settled");
    await until(() => heard.filter(({ name }) => name === "treasury.changed").length >= 2);
  });

  it("is kept by moderators and owners, and read by everybody", async () => {
    await begin();
    const { member, owner } = scene;
    const input = { params: params(), body: entryOf() };
    expect((await member.refusal(contract.enterTreasuryEntry, input)).status).toBe(403);
    const entry = await enter();
    const body = { entryIds: [entry.id] };
    const refused = await member.refusal(contract.confirmTreasuryEntries, { ...input, body });
    expect(refused.status).toBe(403);
    expect((await read(member)).can.enter).toBe(false);
    expect((await read(owner)).can.enter).toBe(true);
    const seen = async (person: Person) =>
      (await person.call(contract.listTreasuryEntries, { params: params() })).items[0]?.can;
    expect(await seen(owner)).toEqual({ confirm: true, refuse: true, reverse: false });
    expect(await seen(scene.moderator)).toEqual({ confirm: false, refuse: true, reverse: false });
    expect(await seen(member)).toEqual({ confirm: false, refuse: false, reverse: false });
  });

  it("of a private community is as good as none to others, and its entries are of it alone", async () => {
    const elsewhere = await begin({ isPrivate: true });
    const hidden = await enter();
    const refused = await server.visitor().refusal(contract.readTreasury, { params: params() });
    expect(refused.status).toBe(404);
    await begin();
    const foreign = scene.owner.refusal(contract.confirmTreasuryEntries, {
      params: params(),
      body: { entryIds: [hidden.id] },
    });
    expect((await foreign).status).toBe(404);
    expect(elsewhere.communityId).not.toBe(scene.communityId);
  });

  it("keeps what was refused or withdrawn to be seen, and counts none of it", async () => {
    await begin();
    const [refused, own] = [await enter(), await enter()];
    const refuse = (entryId: string, person: Person) =>
      person.call(contract.refuseTreasuryEntry, {
        params: { ...params(), entryId },
        body: { reason: "Twice the same." },
      });
    expect(await refuse(refused.id, scene.owner)).toMatchObject({ state: "refused" });
    expect(await refuse(own.id, scene.moderator)).toMatchObject({ reason: "Twice the same." });
    expect((await read()).figures).toMatchObject({ balance: 0, waiting: { count: 0 } });
    expect((await list({ state: "refused" })).items).toHaveLength(2);
  });

  it("takes back what was wrong by another entry, once, and changes none", async () => {
    await begin();
    const entry = await enter();
    const reverse = (entryId: string, day = monthsAgo(0)) => ({
      params: { ...params(), entryId },
      body: { day, reason: "It was for somebody else." },
    });
    const { owner } = scene;
    const early = owner.refusal(contract.reverseTreasuryEntry, reverse(entry.id));
    expect(await whyNot(early)).toBe("treasury-not-confirmed");
    await confirm([entry]);
    const before = owner.refusal(contract.reverseTreasuryEntry, reverse(entry.id, monthsAgo(2)));
    expect(await whyNot(before)).toEqual([["#/body/day", "treasury-before-entry"]]);
    const reversal = await owner.call(contract.reverseTreasuryEntry, reverse(entry.id));
    expect(reversal).toMatchObject({ amount: -50_000, kind: "in", reverses: entry.id });
    const twice = owner.refusal(contract.reverseTreasuryEntry, reverse(entry.id));
    expect(await whyNot(twice)).toBe("treasury-reversed");
    expect((await read()).figures?.balance).toBe(50_000);
    await confirm([reversal], scene.moderator);
    expect((await read()).figures).toMatchObject({ balance: 0, funders: null });
    const back = owner.refusal(contract.reverseTreasuryEntry, reverse(reversal.id));
    expect(await whyNot(back)).toBe("treasury-reversed");
    const [, first] = (await list()).items;
    expect(first).toMatchObject({ id: entry.id, amount: 50_000, reversedBy: reversal.id });
  });

  it("is in the public ledger: amounts and hashes of documents in the open, words as commitments", async () => {
    await begin();
    const sha256 = "ab".repeat(32);
    const document = { title: "The contract", url: null, sha256 };
    const entry = await enter({ document });
    await confirm([entry]);
    const [entered, confirmed] = await actsOf(entry.id);
    expect(entered).toMatchObject({
      kind: "treasury.entered",
      payload: { amount: 50_000, currency: "EUR", kind: "in", document: sha256 },
    });
    expect(JSON.stringify(entered?.payload)).not.toMatch(/Ada|grant|contract/i);
    expect(confirmed?.kind).toBe("treasury.confirmed");
  });
});

describe("what is entered", () => {
  it("has a day that has come, a document that can be checked, and a line and a commitment that are there", async () => {
    await begin();
    const { moderator } = scene;
    const id = crypto.randomUUID();
    const wrong: readonly [object, string, string][] = [
      [{ day: "2999-01-01" }, "day", "treasury-day-to-come"],
      [{ day: "1999-12-31" }, "day", "treasury-day-early"],
      [{ document: { title: "Paper" } }, "document", "treasury-document"],
      [{ kind: "out", lineId: id }, "lineId", "treasury-no-line"],
      [{ lineId: id }, "lineId", "treasury-line-in"],
      [{ kind: "out", commitmentId: id }, "commitmentId", "treasury-no-commitment"],
    ];
    for (const [more, field, code] of wrong) {
      const input = { params: params(), body: entryOf(more) };
      const refused = moderator.refusal(contract.enterTreasuryEntry, input);
      expect(await whyNot(refused)).toEqual([[`#/body/${field}`, code]]);
    }
    for (const more of [{ amount: 0 }, { amount: 1.5 }, { currency: "E U" }, { day: "2026-2-3" }]) {
      const input = { params: params(), body: entryOf(more) };
      expect((await moderator.refusal(contract.enterTreasuryEntry, input)).status).toBe(422);
    }
    expect((await list()).items).toEqual([]);
  });

  it("comes by a table too, or not at all with every line and column that is wrong", async () => {
    await begin();
    await scene.moderator.call(contract.planBudgetLine, {
      params: params(),
      body: { title: "Servers", planned: 100_000, currency: "EUR" },
    });
    const bring = (csv: string) => ({ params: params(), body: { currency: "EUR", csv } });
    const refusal = async (csv: string) => {
      const input = bring(csv);
      const { errors } = await scene.moderator.refusal(contract.importTreasuryEntries, input);
      return errors?.map(({ reason }) => [reason?.code, reason?.values?.["line"]]);
    };
    expect(await refusal("day,kind,amount,party,what\n2026-01-02,in,5,Ada,Gift")).toEqual([
      ["treasury-table-columns", 1],
    ]);
    const head = "date;kind;amount;party;what;line";
    const bad = [
      "2026-02-30;in;5;Ada;Gift;",
      "2999-01-01;in;5;Ada;Gift;",
      "2026-01-02;up;5;Ada;Gift;",
      "2026-01-02;in;5.001;Ada;Gift;",
      "2026-01-02;in;5;;Gift;",
      "2026-01-02;out;5;Ada;Gift;Horses",
      "2026-01-02;in;5;Ada;Gift;Servers",
      "2026-01-02;in;5;Ada",
    ];
    expect(await refusal([head, ...bad].join("\n"))).toEqual([
      ["treasury-table-date", 2],
      ["treasury-table-day", 3],
      ["treasury-table-kind", 4],
      ["treasury-table-amount", 5],
      ["treasury-table-words", 6],
      ["treasury-table-line", 7],
      ["treasury-table-line", 8],
      ["treasury-table-cells", 9],
    ]);
    expect((await list()).items).toEqual([]);
    const good = `${head}\n2026-01-02;in;1250.50;Ada;Gift;\n2026-01-03;OUT;20;Host;Rent;servers\n`;
    const { entered } = await scene.moderator.call(contract.importTreasuryEntries, bring(good));
    expect(entered).toBe(2);
    const { items } = await list({ state: "waiting" });
    expect(items.map(({ amount, line }) => [amount, line?.title])).toEqual([
      [2_000, "Servers"],
      [125_050, undefined],
    ]);
    await confirm(items);
    expect((await read()).figures?.balance).toBe(123_050);
  });
});

describe("the budget and what was promised", () => {
  it("shows what was spent of what was planned, and keeps names of lines apart", async () => {
    await begin();
    const plan = (title: string) => ({
      params: params(),
      body: { title, planned: 100_000, currency: "EUR" },
    });
    const line = await scene.moderator.call(contract.planBudgetLine, plan("Servers"));
    const same = scene.moderator.refusal(contract.planBudgetLine, plan("servers"));
    expect(await whyNot(same)).toEqual([["#/body/title", "treasury-line-twice"]]);
    const spent = await enter({ kind: "out", amount: 30_000, lineId: line.id });
    await enter({ kind: "out", amount: 9_000, lineId: line.id });
    await confirm([spent]);
    const change = {
      params: { ...params(), lineId: line.id },
      body: { title: "Servers and domains", planned: 120_000, version: line.version },
    };
    const changed = await scene.owner.call(contract.changeBudgetLine, change);
    expect(changed).toMatchObject({ planned: 120_000, spent: 30_000, version: 2 });
    const stale = scene.owner.refusal(contract.changeBudgetLine, change);
    expect(await whyNot(stale)).toContain("stale-version");
    expect((await read()).figures?.lines).toEqual([changed]);
    expect((await actsOf(line.id)).map(({ kind }) => kind)).toEqual([
      "treasury.planned",
      "treasury.planned",
    ]);
  });

  it("sums up what was paid for a commitment", async () => {
    await begin();
    const { commitmentId } = await ask(scene);
    const paid = await enter({ kind: "out", amount: 7_000, commitmentId });
    await enter({ kind: "out", amount: 500, commitmentId });
    await confirm([paid]);
    const { items, sums } = await list({ commitmentId });
    expect(items).toHaveLength(2);
    expect(sums).toEqual([{ currency: "EUR", kind: "out", amount: 7_000 }]);
    const { items: all } = await server.visitor().call(listCommitments, { params: params() });
    expect(items[0]?.commitment).toEqual({ id: all[0]?.id, title: all[0]?.title });
  });
});

describe("the figures of a treasury", () => {
  it("say how long it lasts and who funds it, once three months are complete", async () => {
    await begin();
    const first = await enter({ day: monthsAgo(2), party: "Ada" });
    await confirm([first]);
    expect((await read()).figures).toMatchObject({ pace: null, runway: null });
    const more = [
      await enter({ day: monthsAgo(4), party: "ada", amount: 10_000 }),
      await enter({ day: monthsAgo(3), party: "Bo", amount: 20_000 }),
      await enter({ day: monthsAgo(1), kind: "out", party: "Host", amount: 8_000 }),
    ];
    await confirm(more);
    const { figures, currencies } = await read();
    expect(currencies).toEqual(["EUR"]);
    expect(figures).toMatchObject({
      balance: 72_000,
      pace: { months: 4, in: 80_000, out: 8_000, largest: 60_000 },
      // 72,000 hundredths at 2,000 a month
      runway: 36,
      funders: { count: 2, total: 80_000, topShare: 0.75, gini: 0.25, isOneOverHalf: true },
    });
    expect(figures?.months.map(({ balance }) => balance)).toEqual([
      10_000, 30_000, 80_000, 72_000, 72_000,
    ]);
  });

  it("keep currencies apart", async () => {
    await begin();
    await confirm([await enter(), await enter({ currency: "credits", amount: 5 })]);
    const query = { currency: "credits" };
    const other = await server.visitor().call(contract.readTreasury, { params: params(), query });
    expect(other.figures?.balance).toBe(5);
    expect((await read()).currencies).toEqual(["EUR", "credits"]);
  });
});
