import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withdrawClaim } from "#shared/contract/claims.ts";
import * as curation from "#shared/contract/curation.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { leaveCommunity } from "#shared/contract/memberships.ts";
import { debateIn, moveTo, say, type Scene, setScene, until } from "../debates/testing-scene.ts";
import { addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

const read = (person: Person, ids: { communityId: string; debateId: string }) =>
  person.call(curation.readCuration, { params: ids });

/** A debate in which a newcomer facilitates. */
async function facilitated() {
  const { positionIds, ...ids } = await debateIn(scene);
  const person = await server.person("Fay");
  const participantId = await addMember(server, ids.communityId, { person });
  const params = { ...ids, participantId };
  await scene.author.call(curation.nameFacilitator, { params });
  return { ids, positionIds, fay: person, params };
}

const write = (person: Person, ids: { communityId: string; debateId: string }) => {
  return (version: number, text: string) =>
    person.call(curation.saveSummary, { params: ids, body: { version, text } });
};

describe("facilitators", () => {
  it("are the debate's author, and members whom the author or a moderator names", async () => {
    const { ids, fay, params } = await facilitated();
    const names = async () => (await read(fay, ids)).facilitators.map(({ name }) => name);
    expect(await names()).toEqual(["Ada", "Fay"]);
    expect((await read(fay, ids)).can).toEqual({ curate: true, appoint: false });
    expect((await read(scene.moderator, ids)).can).toEqual({ curate: true, appoint: true });
    expect((await read(scene.member, ids)).can).toEqual({ curate: false, appoint: false });
    expect((await fay.refusal(curation.nameFacilitator, { params })).status).toBe(403);
    await scene.moderator.call(curation.dismissFacilitator, { params });
    expect(await names()).toEqual(["Ada"]);
    expect((await read(fay, ids)).can.curate).toBe(false);
  });

  it("hear that they were named, once, and of no draft", async () => {
    const { ids, fay, params } = await facilitated();
    await scene.moderator.call(curation.nameFacilitator, { params });
    const told = async (unread: "true" | "false" = "false") =>
      (await fay.call(listNotices, { query: { unread } })).items;
    expect(await told()).toMatchObject([
      {
        kind: "curation.facilitator-named",
        link: expect.stringMatching(`/d/${ids.debateId}/arguments$`) as string,
        data: { name: "Ada", question: "Who answers for harm that a shared model does?" },
      },
    ]);
    await scene.author.call(curation.dismissFacilitator, { params });
    expect(await told("true")).toEqual([]);
    const { debateId } = await debateIn(scene, "draft");
    await scene.author.call(curation.nameFacilitator, { params: { ...params, debateId } });
    expect(await told()).toHaveLength(1);
  });

  it("can go by themselves, and go with their membership; the author stays one", async () => {
    const first = await facilitated();
    await first.fay.call(curation.dismissFacilitator, { params: first.params });
    expect((await read(first.fay, first.ids)).facilitators).toHaveLength(1);
    const second = await facilitated();
    const { communityId } = second.ids;
    await second.fay.call(leaveCommunity, { params: { communityId } });
    expect((await read(scene.author, second.ids)).facilitators).toHaveLength(1);
    const { facilitators } = await read(scene.author, second.ids);
    const author = { ...second.ids, participantId: facilitators[0]?.id ?? "" };
    const refused = await scene.moderator.refusal(curation.dismissFacilitator, { params: author });
    expect(refused.reason?.code).toBe("author-facilitates");
  });

  it("are members: nobody else is named", async () => {
    const { ids, params } = await facilitated();
    const nobody = { ...params, participantId: crypto.randomUUID() };
    const refused = await scene.author.refusal(curation.nameFacilitator, { params: nobody });
    expect(refused.status).toBe(404);
    expect((await read(scene.author, ids)).facilitators).toHaveLength(2);
  });
});

describe("the summary of a debate", () => {
  it("keeps each version with who wrote it, and tells the room", async () => {
    const { ids, fay } = await facilitated();
    const { heard } = await scene.stranger.listen(debateRoom(ids));
    await write(fay, ids)(0, "We are apart.");
    await write(scene.author, ids)(1, "We come together.");
    const { items } = await scene.stranger.call(curation.listSummaryVersions, {
      params: ids,
      query: {},
    });
    expect(items.map(({ version, text, author }) => [version, text, author.name])).toEqual([
      [2, "We come together.", "Ada"],
      [1, "We are apart.", "Fay"],
    ]);
    await until(() => heard.filter(({ name }) => name === "summary.changed").length === 2);
  });

  it("is not overwritten by who has not seen what it says; the same words again change nothing", async () => {
    const { ids, fay } = await facilitated();
    await write(fay, ids)(0, "One");
    const late = { params: ids, body: { version: 0, text: "Another" } };
    const refused = await scene.author.refusal(curation.saveSummary, late);
    expect(refused.type).toBe("/problems/stale-version");
    expect((await write(fay, ids)(0, "One")).version).toBe(1);
  });

  it("goes back to an older version by a new one that says so", async () => {
    const { ids, fay } = await facilitated();
    for (const [version, text] of ["One", "Two"].entries()) await write(fay, ids)(version, text);
    const restored = await fay.call(curation.restoreSummary, {
      params: { ...ids, number: 1 },
      body: { version: 2 },
    });
    expect(restored).toMatchObject({ version: 3, text: "One", restores: 1 });
    expect((await read(fay, ids)).summary?.version).toBe(3);
  });

  it("is written by those who curate alone, and not in the archive", async () => {
    const { ids } = await facilitated();
    const body = { version: 0, text: "Mine" };
    const input = { params: ids, body };
    const refused = await scene.member.refusal(curation.saveSummary, input);
    expect(refused.reason?.code).toBe("curators-only");
    expect((await scene.stranger.refusal(curation.saveSummary, input)).status).toBe(401);
    await moveTo(scene.author, ids, "archived");
    const archived = await scene.author.refusal(curation.saveSummary, input);
    expect(archived.type).toBe("/problems/phase-forbids");
  });
});

describe("pins", () => {
  it("are five at most, of claims that stand", async () => {
    const { ids, positionIds, fay } = await facilitated();
    const claims = [];
    for (let number = 1; number <= 6; number += 1) {
      const text = `Point ${number}`;
      claims.push((await say(scene.member, ids, { under: positionIds[0], text })).claim);
    }
    const pin = (claimId = "") => ({ params: { ...ids, claimId } });
    for (const { id } of claims.slice(0, 5)) await fay.call(curation.pinClaim, pin(id));
    await fay.call(curation.pinClaim, pin(claims[0]?.id));
    const sixth = await fay.refusal(curation.pinClaim, pin(claims[5]?.id));
    expect(sixth.type).toBe("/problems/too-many-pins");
    await scene.member.call(withdrawClaim, pin(claims[0]?.id));
    await fay.call(curation.pinClaim, pin(claims[5]?.id));
    const gone = await fay.refusal(curation.pinClaim, pin(claims[0]?.id));
    expect(gone.type).toBe("/problems/withdrawn");
  });
});

describe("tags", () => {
  it("are kept in one form, three at most, each once", async () => {
    const { ids, positionIds, fay } = await facilitated();
    const { claim } = await say(scene.member, ids, { under: positionIds[0], text: "It costs" });
    const params = { ...ids, claimId: claim.id };
    const tag = (tags: string[]) => fay.call(curation.tagClaim, { params, body: { tags } });
    expect((await tag(["  #Money ", "the   LAW"])).values).toEqual(["money", "the law"]);
    const refusal = async (tags: string[]) =>
      (await fay.refusal(curation.tagClaim, { params, body: { tags } })).errors?.[0]?.reason?.code;
    expect(await refusal(["Law", "law"])).toBe("same-tags");
    expect(await refusal(["x".repeat(31)])).toBe("text-too-long");
    expect(await refusal(["#"])).toBe("text-missing");
    const many = { params, body: { tags: ["a", "b", "c", "d"] } };
    expect((await fay.refusal(curation.tagClaim, many)).status).toBe(422);
  });
});

describe("order and highlights", () => {
  it("are of what stands there", async () => {
    const { ids, positionIds, fay } = await facilitated();
    const [first, second] = positionIds;
    const one = await say(scene.member, ids, { under: first, text: "One" });
    const two = await say(scene.member, ids, { under: first, text: "Two", side: "con" });
    const other = await say(scene.member, ids, { under: second, text: "Three" });
    const edge = ({ edges }: typeof one) => edges[0]?.id ?? "";
    const order = (targetId: string, list: string[]) => ({
      params: { ...ids, targetId },
      body: { ids: list },
    });
    const set = await fay.call(curation.setOrder, order(first, [edge(two), edge(one)]));
    expect(set.values).toEqual([edge(two), edge(one)]);
    await fay.call(curation.setOrder, order(ids.debateId, [second, first]));
    const foreign = await fay.refusal(curation.setOrder, order(first, [edge(other)]));
    expect(foreign.reason?.code).toBe("no-such-edge");
    expect(
      (await fay.refusal(curation.setOrder, order(crypto.randomUUID(), [edge(one)]))).status,
    ).toBe(404);
    const side = { ...ids, positionId: first, side: "pro" as const };
    const strongest = (claimId: string) => ({ params: side, body: { claimId } });
    await fay.call(curation.highlightClaim, strongest(one.claim.id));
    const wrong = await fay.refusal(curation.highlightClaim, strongest(two.claim.id));
    expect(wrong.reason?.code).toBe("not-on-that-side");
    await fay.call(curation.removeHighlight, { params: side });
    expect((await read(fay, ids)).parts.filter(({ kind }) => kind === "pro")).toEqual([]);
  });
});

describe("the history of the curation", () => {
  it("says who did what, and leads back where nothing has changed since", async () => {
    const { ids, positionIds, fay } = await facilitated();
    const { claim } = await say(scene.member, ids, { under: positionIds[0], text: "It costs" });
    const params = { ...ids, claimId: claim.id };
    const tag = (word: string) => fay.call(curation.tagClaim, { params, body: { tags: [word] } });
    await tag("money");
    await tag("cost");
    const list = async (person: Person) =>
      (await person.call(curation.listCurationChanges, { params: ids, query: {} })).items;
    const [latest, older, named] = await list(fay);
    expect(latest).toMatchObject({
      kind: "tags",
      text: "It costs",
      before: ["money"],
      after: ["cost"],
      actor: { name: "Fay" },
      can: { undo: true },
    });
    expect(named).toMatchObject({ kind: "facilitator", text: "Fay", can: { undo: false } });
    expect((await list(scene.stranger))[0]?.can.undo).toBe(false);
    const undo = (changeId = "") => ({ params: { ...ids, changeId } });
    const tooLate = await fay.refusal(curation.undoCurationChange, undo(older?.id));
    expect(tooLate.type).toBe("/problems/changed-since");
    const back = await fay.call(curation.undoCurationChange, undo(latest?.id));
    expect(back.values).toEqual(["money"]);
    const again = await fay.refusal(curation.undoCurationChange, undo(latest?.id));
    expect(again.reason?.code).toBe("undone-already");
    expect((await list(fay))[0]?.undone?.by.name).toBe("Fay");
    const foreign = undo(older?.id);
    expect((await scene.member.refusal(curation.undoCurationChange, foreign)).status).toBe(403);
  });

  it("is told to the room as it comes, and asks nothing twice", async () => {
    const { ids, positionIds, fay } = await facilitated();
    const { claim } = await say(scene.member, ids, { under: positionIds[0], text: "It costs" });
    const { heard } = await scene.stranger.listen(debateRoom(ids));
    const params = { ...ids, claimId: claim.id };
    await fay.call(curation.pinClaim, { params });
    await fay.call(curation.pinClaim, { params });
    await fay.call(curation.unpinClaim, { params });
    const news = () => heard.filter(({ name }) => name === curation.curationChanged.name);
    await until(() => news().length >= 2);
    expect(
      news().map(({ payload }) => curation.curationChanged.payload.parse(payload).part.values),
    ).toEqual([["pinned"], []]);
  });
});
