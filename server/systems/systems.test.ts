import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { communityRoom } from "#shared/contract/event.ts";
import * as contract from "#shared/contract/systems.ts";
import { type ExportedCard, isAsWritten } from "#shared/systems/index.ts";
import { idOf } from "../commitments/testing-scene.ts";
import { until } from "../debates/testing-scene.ts";
import { toldTo } from "../disputes/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { cardOf, report, type Scene, setScene } from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

const whyNot = async (refused: ReturnType<Person["refusal"]>) => {
  const { type, reason, errors } = await refused;
  return reason?.code ?? errors?.[0]?.reason?.code ?? type;
};
const idsOf = ({ communityId, systemId }: Scene) => ({ communityId, systemId });
const read = (person: Person, own: Scene) =>
  person.call(contract.readSystem, { params: idsOf(own) });

describe("a system's card", () => {
  it("is registered by moderators, with a member who answers for it and learns of it", async () => {
    const { communityId, member, steward, stewardId } = scene;
    const body = cardOf(stewardId);
    const refused = await member.refusal(contract.registerSystem, {
      params: { communityId },
      body,
    });
    expect(refused.status).toBe(403);
    expect(await toldTo(steward)).toContain("systems.steward");
    const card = await read(server.visitor(), scene);
    expect(card).toMatchObject({
      name: "Moss 7B",
      version: 1,
      steward: { id: stewardId },
      hasSteward: true,
      openIncidents: 0,
      links: [{ kind: "debate", title: "How shall the commons be kept?" }],
      can: { change: false, report: false },
    });
  });

  it("names a steward who is there, days that have come, and what the community has", async () => {
    const { communityId, moderator, stewardId } = scene;
    const [evaluation] = cardOf(stewardId).evaluations;
    const strange = { kind: "debate", id: crypto.randomUUID() };
    const wrong: readonly [object, string][] = [
      [{ stewardId: crypto.randomUUID() }, "choose-another-member"],
      [{ evaluations: [{ ...evaluation, on: "2999-01-01" }] }, "day-to-come"],
      [{ links: [strange] }, "card-link-unknown"],
    ];
    for (const [more, reason] of wrong) {
      const input = { params: { communityId }, body: cardOf(stewardId, more) };
      expect(await whyNot(moderator.refusal(contract.registerSystem, input))).toBe(reason);
    }
  });

  it("is changed by its steward and by moderators, never silently, and loses no version", async () => {
    const own = await setScene(server);
    const { heard } = await server.visitor().listen(communityRoom(own));
    const { steward, member, moderator, stewardId } = own;
    const params = idsOf(own);
    const body = { ...cardOf(stewardId, { release: "2.2" }), reason: "A new release.", version: 1 };
    expect(await whyNot(member.refusal(contract.changeSystem, { params, body }))).toBe(
      "system-carers",
    );
    await steward.call(contract.changeSystem, { params, body });
    // The same once more, as by somebody who lost the answer, is saved already.
    const again = await steward.call(contract.changeSystem, { params, body });
    expect(again).toMatchObject({ version: 2, release: "2.2" });
    const late = { ...body, release: "3.0" };
    expect(await whyNot(moderator.refusal(contract.changeSystem, { params, body: late }))).toBe(
      "/problems/stale-version",
    );
    const { items } = await member.call(contract.listSystemVersions, { params, query: {} });
    expect(items.map(({ version, release, reason }) => [version, release, reason])).toEqual([
      [2, "2.2", "A new release."],
      [1, "2.1", ""],
    ]);
    await until(() => heard.some(({ name }) => name === "system.changed"));
  });

  it("says where its steward is no member any more", async () => {
    const own = await setScene(server);
    await own.removeMember("Stella");
    expect((await read(own.member, own)).hasSteward).toBe(false);
    const stewardId = await idOf(own.member, own.communityId);
    const body = { ...cardOf(stewardId), reason: "Stella has left.", version: 1 };
    const params = idsOf(own);
    const changed = await own.moderator.call(contract.changeSystem, { params, body });
    expect(changed).toMatchObject({ hasSteward: true, steward: { id: stewardId } });
  });

  it("is a file that shows by its hash whether it was changed, with its incidents", async () => {
    const { incidentId } = await report(scene);
    const download = async () => {
      const params = idsOf(scene);
      const response = await server.visitor().tryCall(contract.downloadSystemCard, { params });
      return response.text();
    };
    const [one, other] = [await download(), await download()];
    expect(one).toBe(other);
    const card = JSON.parse(one) as ExportedCard;
    expect(card).toMatchObject({ format: "folkmoot-system-card", version: 1 });
    expect(card.card.incidents.map(({ id }) => id)).toContain(incidentId);
    expect(isAsWritten(card)).toBe(true);
    expect(isAsWritten({ ...card, card: { ...card.card, licence: "None" } })).toBe(false);
  });

  it("of a private community is as good as none to others", async () => {
    const hidden = await setScene(server, { isPrivate: true });
    for (const operation of [contract.readSystem, contract.listSystemVersions]) {
      const refused = await scene.owner.refusal(operation, { params: idsOf(hidden), query: {} });
      expect(refused.status).toBe(404);
    }
    const elsewhere = { ...idsOf(hidden), communityId: scene.communityId };
    const looked = await scene.owner.refusal(contract.readSystem, { params: elsewhere });
    expect(looked.status).toBe(404);
  });

  it("stands in a list, page by page, the newest first", async () => {
    const own = await setScene(server);
    const { communityId, moderator, stewardId, systemId } = own;
    const params = { communityId };
    const body = cardOf(stewardId, { name: "Minutes", kind: "dataset" });
    const { id } = await moderator.call(contract.registerSystem, { params, body });
    const list = (query: object) => own.member.call(contract.listSystems, { params, query });
    const page = await list({ limit: 1 });
    expect(page.items.map((one) => one.id)).toEqual([id]);
    const rest = await list({ limit: 1, after: page.next });
    expect(rest.items.map((one) => one.id)).toEqual([systemId]);
    expect([page.can.register, rest.next]).toEqual([false, null]);
  });
});
