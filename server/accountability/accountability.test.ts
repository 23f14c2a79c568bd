import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/accountability.ts";
import { exportLedger } from "#shared/contract/ledger.ts";
import * as settings from "#shared/contract/moderation-settings.ts";
import { cellsOf, tallyOf } from "#shared/accountability/acts.ts";
import { monthAfter, quarterOf } from "#shared/accountability/months.ts";
import { readExportLine } from "#shared/ledger/export-line.ts";
import { headOf } from "../ledger/testing-scene.ts";
import { analyseSides } from "../opinions/testing.ts";
import { addCommunity, addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { type Acted, addCrowd, enterAction, enterPast, enterWaits } from "./testing-scene.ts";

let server: TestServer;
let owner: Person;
let visitor: Person;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olga Owner");
  visitor = server.visitor();
});
afterAll(() => server.close());

const thisMonth = () => new Date().toISOString().slice(0, 7);

const read = (person: Person, communityId: string, query: { from?: string; to?: string } = {}) =>
  person.call(contract.readAccountability, { params: { communityId }, query });

/** A community with two moderators who did this. */
async function moderated(shape: { isPrivate?: boolean } = {}) {
  const { communityId, participantId } = await addCommunity(server, owner, shape);
  const moderator = await server.person("Mona Moderator");
  const mona = await addMember(server, communityId, { person: moderator, role: "moderator" });
  const times = (count: number, acted: Acted) => Array.from({ length: count }, () => acted);
  const deeds: Acted[] = [
    ...times(12, { kind: "remove", actor: mona, appeal: { choice: "overturn" } }),
    ...times(4, { kind: "hide", actor: mona, rule: 2, appeal: { choice: "uphold" } }),
    ...times(11, {
      kind: "warn",
      actor: participantId,
      role: "owner",
      rule: 2,
      appeal: { choice: "uphold" },
    }),
    { kind: "warn", actor: participantId, role: "owner", appeal: {} },
    { kind: "suspend", actor: mona, isUndone: true },
    { kind: "hide", role: "jury" },
    { kind: "dismiss", actor: mona },
    { kind: "hold", role: "automatic" },
  ];
  for (const deed of deeds) await enterAction(server, communityId, deed);
  return { communityId, moderator, mona, ownerId: participantId };
}

describe("how moderators acted", () => {
  it("is told to strangers with what became of it, and anybody comes to the same by the ledger's export", async () => {
    const { communityId } = await moderated();
    const told = await read(visitor, communityId);
    expect(told.all.tally).toMatchObject({
      actions: 29,
      undone: 1,
      appealed: 28,
      open: 1,
      upheld: 15,
      overturned: 12,
      dismissals: 1,
      appealedShare: { count: 28, of: 29 },
      overturnedShare: { count: 12, of: 27 },
    });
    await headOf(visitor, communityId, 88);
    const file = await visitor.tryCall(exportLedger, { params: { communityId } });
    const lines = (await file.text()).split("\n").flatMap((line) => readExportLine(line) ?? []);
    const entries = lines.flatMap((line) => (line.type === "entry" ? [line.entry] : []));
    const cells = cellsOf(entries);
    expect(told.all.tally).toMatchObject(tallyOf(cells));
    for (const { kind, tally } of told.kinds) {
      expect(tally).toMatchObject(tallyOf(cells.filter(({ deed }) => deed === kind)));
    }
    for (const { rule, tally } of told.rules) {
      expect(tally).toMatchObject(tallyOf(cells.filter((cell) => cell.rule === rule?.number)));
    }
    expect(told.kinds.map(({ kind, count }) => [kind, count])).toEqual([
      ["hide", 5],
      ["remove", 12],
      ["warn", 12],
      ["suspend", 1],
      ["hold", 1],
      ["dismiss", 1],
    ]);
    expect(told.months).toHaveLength(12);
    expect(told.months.at(-1)).toMatchObject({ month: thisMonth(), tally: { actions: 29 } });
  });

  it("is marked where a moderator or a rule is overturned more often than chance would have it", async () => {
    const { communityId } = await moderated();
    const { moderators, rules, roles } = await read(visitor, communityId);
    expect(moderators.map(({ role, tally }) => [role, tally.actions])).toEqual([
      ["moderator", 17],
      ["owner", 12],
    ]);
    expect(moderators[0]?.gaps.overturned).toMatchObject({ difference: 0.75, isMarked: true });
    expect(moderators[0]?.gaps.appealed?.isMarked).toBe(false);
    expect(roles.map(({ role }) => role)).toEqual(["moderator", "owner"]);
    expect(rules[0]).toMatchObject({
      rule: { number: 2 },
      gaps: { overturned: { isMarked: true } },
    });
  });

  it("names moderators only where the community says so, which owners do, in the public record", async () => {
    const { communityId, moderator, mona } = await moderated();
    const before = await read(moderator, communityId);
    expect(before).toMatchObject({ namesModerators: false, can: { changeNames: false } });
    expect(before.moderators.map(({ person }) => person)).toEqual([null, null]);
    expect(JSON.stringify(before)).not.toContain(mona);
    const params = { communityId };
    const now = await owner.call(settings.readModerationSettings, { params });
    const body = { ...now, namesModerators: true };
    const change = { params, body };
    expect((await moderator.refusal(settings.changeModerationSettings, change)).status).toBe(403);
    await owner.call(settings.changeModerationSettings, change);
    const { moderators, can } = await read(owner, communityId);
    expect(can.changeNames).toBe(true);
    expect(moderators.map(({ person }) => person?.name)).toEqual(["Mona Moderator", "Olga Owner"]);
  });

  it("is told over the months that are asked for, whichever way round, beside as long before", async () => {
    const { communityId } = await addCommunity(server, owner);
    await enterPast(server, communityId, { count: 90, overDays: 150 });
    const [to, from] = [monthAfter(thisMonth(), -1), monthAfter(thisMonth(), -2)];
    const told = await read(visitor, communityId, { from, to });
    expect(await read(visitor, communityId, { from: to, to: from })).toEqual(told);
    expect(told).toMatchObject({
      from,
      to,
      before: { from: monthAfter(from, -2), to: monthAfter(from, -1) },
    });
    const sum = told.months.reduce((all, { tally }) => all + tally.actions, 0);
    expect(sum).toBe(told.all.tally.actions);
    expect(told.before.tally.actions).toBeGreaterThan(20);
    expect(told.before.gaps.appealed).toMatchObject({ isMarked: false });
    const long = await read(visitor, communityId, { from: "2000-01", to: thisMonth() });
    expect(long.months).toHaveLength(contract.mostMonths);
    expect(long.all.tally.actions).toBe(90);
  });

  it("says how long reports waited, but not where so few were decided that it tells of one", async () => {
    const { communityId } = await addCommunity(server, owner);
    await enterWaits(server, communityId, [10, 30, 50, 7_000]);
    const few = await read(visitor, communityId);
    expect(few.all.waiting).toEqual({ decided: 4, medianMinutes: null, late: 1, lapsed: 0 });
    await enterWaits(server, communityId, [40]);
    const told = await read(visitor, communityId);
    expect(told.all.waiting).toMatchObject({ decided: 5, medianMinutes: 40 });
    expect(told.months.at(-1)?.waiting).toEqual(told.all.waiting);
  });

  it("is told by a private community to its members alone, and by none of another", async () => {
    const { communityId, moderator } = await moderated({ isPrivate: true });
    const other = await addCommunity(server, owner);
    const params = { communityId };
    for (const person of [visitor, await server.person("Otto Outsider")]) {
      for (const operation of [contract.readAccountability, contract.readActionRates]) {
        expect((await person.refusal(operation, { params })).status).toBe(404);
      }
    }
    expect((await read(moderator, communityId)).all.tally.actions).toBe(29);
    const { all, moderators, kinds } = await read(visitor, other.communityId);
    expect(all.tally).toMatchObject({ actions: 0, appealedShare: null, overturnedShare: null });
    expect([moderators, kinds]).toEqual([[], []]);
  });
});

describe("on whom moderators acted", () => {
  const rates = (communityId: string, quarter?: string) =>
    visitor.call(contract.readActionRates, { params: { communityId }, query: { quarter } });

  const speakersOf = async (communityId: string, language: string) => {
    const rows = await server.sql(
      `select m.participant_id as id from memberships m join accounts a on a.id = m.account_id
        where m.community_id = $1 and a.language = $2 and m.role = 'member'`,
      [communityId, language],
    );
    return rows.map(({ id }) => String(id));
  };

  it("is told by group, beside all others, and marked where chance would rarely have it", async () => {
    const { communityId } = await addCrowd(server, owner, [
      { language: "en", people: 60, acted: 6 },
      { language: "es", people: 40, acted: 20 },
    ]);
    const { quarter, quarters, all, by } = await rates(communityId);
    expect(quarter).toBe(quarterOf(monthAfter(thisMonth(), -3)));
    expect(quarters).toHaveLength(8);
    expect(all).toMatchObject({ count: 26, of: 100 });
    expect(by.language?.told).toMatchObject([
      { name: "en", share: { count: 6, of: 60 }, gap: { difference: -0.4, isMarked: true } },
      { name: "es", share: { count: 20, of: 40 }, gap: { difference: 0.4, isMarked: true } },
    ]);
    expect(by.tenure?.told).toMatchObject([{ name: "over-1-year", gap: null }]);
    expect(by.opinion).toBeNull();
  });

  it("is told by opinion group of the largest debate that was decided by then, with how sure that is", async () => {
    const { communityId } = await addCrowd(server, owner, [
      { language: "en", people: 60, acted: 6 },
      { language: "es", people: 40, acted: 20 },
    ]);
    const sides = await Promise.all(["en", "es"].map((one) => speakersOf(communityId, one)));
    const debateId = crypto.randomUUID();
    const [authorId = ""] = sides[0] ?? [];
    await server.sql(
      `insert into debates (community_id, id, question, topic, language, phase, author_id)
        values ($1, $2, 'Who decides?', 'governance', 'en', 'decided', $3)`,
      [communityId, debateId, authorId],
    );
    const groups = await analyseSides(server, { communityId, debateId }, sides);
    expect((await rates(communityId)).by.opinion).toBeNull();
    await server.sql(
      `update opinion_runs set computed_at = date_trunc('quarter', now()) - interval '1 day'
        where debate_id = $1`,
      [debateId],
    );
    const { by } = await rates(communityId);
    const told = new Map(by.opinion?.told.map(({ name, ...rest }) => [name, rest]));
    const [english, spanish] = groups.map((number) => told.get("AB".charAt(number)));
    expect(english).toMatchObject({ share: { count: 6, of: 60 }, gap: { isMarked: true } });
    expect(spanish).toMatchObject({ share: { count: 20, of: 40 }, gap: { difference: 0.4 } });
    expect(spanish?.share.low).toBeLessThan(0.5);
    expect(spanish?.share.high).toBeGreaterThan(0.5);
    expect(english?.share.high).toBeLessThan(spanish?.share.low ?? 0);
  });

  it("is not told of fewer than five, nor so that it could be worked out", async () => {
    const { communityId } = await addCrowd(server, owner, [
      { language: "ar", people: 30, acted: 2 },
      { language: "en", people: 60, acted: 20 },
      { language: "es", people: 40, acted: 9 },
    ]);
    const { by } = await rates(communityId);
    expect(by.language?.told.map(({ name }) => name)).toEqual(["en"]);
    expect(by.language).toMatchObject({ isPartial: true, rest: { count: 11, of: 70 } });
    const few = await addCrowd(server, owner, [{ language: "es", people: 40, acted: 4 }]);
    const told = await rates(few.communityId);
    expect(told.all).toBeNull();
    expect(told.by.role).toEqual({ told: [], rest: null, isPartial: true });
  });

  it("is not told of the quarter that runs, nor of one before there was the community", async () => {
    const { communityId } = await addCrowd(server, owner, [
      { language: "es", people: 40, acted: 20 },
    ]);
    for (const quarter of [quarterOf(thisMonth()), "2010-Q1"]) {
      const { quarter: told, all, by } = await rates(communityId, quarter);
      expect([told, all, by.language]).toEqual([null, null, null]);
    }
    const young = await addCommunity(server, owner);
    expect((await rates(young.communityId)).quarters).toEqual([]);
  });
});
