import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  editClaim,
  listClaimRevisions,
  readOutline,
  withdrawClaim,
} from "#shared/contract/claims.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { leaveCommunity } from "#shared/contract/memberships.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import {
  acceptSuggestion,
  declineSuggestion,
  listSuggestions,
  suggestionChanged,
  suggestWording,
  takeBackSupport,
} from "#shared/contract/suggestions.ts";
import { addMember } from "../../testing/community.ts";
import type { Person } from "../../testing/person.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";
import {
  debateIn,
  moveTo,
  say,
  type Scene,
  type SceneDebate,
  setScene,
  statusesOf,
  until,
} from "../testing-scene.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

/** A claim of Ben's with a slip in it. */
async function claimed() {
  const { communityId, debateId, positionIds } = await debateIn(scene);
  const ids = { communityId, debateId };
  const { claim } = await say(scene.member, ids, { under: positionIds[0], text: "They new it." });
  return { ids, params: { ...ids, claimId: claim.id } };
}

type Claimed = Awaited<ReturnType<typeof claimed>>;
const suggest = (
  person: Person,
  { params }: Claimed,
  {
    text = "They knew it.",
    version = 1,
  }: { readonly text?: string; readonly version?: number } = {},
) => person.tryCall(suggestWording, { params, body: { version, text, reason: "a slip" } });
async function suggested(of: Claimed, text = "They knew it.") {
  const { params } = of;
  const body = { version: 1, text, reason: "a slip" };
  const { id } = await scene.author.call(suggestWording, { params, body });
  return { ...of.ids, suggestionId: id };
}
const accept = (person: Person, params: SceneDebate & { suggestionId: string }) =>
  person.tryCall(acceptSuggestion, { params });
const noticesOf = async (person: Person) =>
  (await person.call(listNotices, { query: { limit: 20 } })).items.filter(
    ({ kind }) => kind === "debates.wording-accepted" || kind === "debates.wording-declined",
  );
const textOf = async (ids: SceneDebate) =>
  (await scene.stranger.call(readOutline, { params: ids })).claims[0]?.text;

describe("a suggested wording", () => {
  it("is told to the room and to the claim's author, who puts it in place at once", async () => {
    const of = await claimed();
    const { heard } = await scene.stranger.listen(debateRoom(of.ids));
    const suggestion = await suggested(of);
    await until(() => heard.some(({ name }) => name === suggestionChanged.name));
    const notices = await scene.member.call(listNotices, { query: { limit: 5 } });
    expect(notices.items[0]).toMatchObject({ kind: "debates.wording-suggested" });
    const { claim } = await scene.member.call(acceptSuggestion, { params: suggestion });
    expect(claim).toMatchObject({ text: "They knew it.", version: 2 });
    expect(await textOf(of.ids)).toBe("They knew it.");
    const [told] = await noticesOf(scene.author);
    expect(told).toMatchObject({
      kind: "debates.wording-accepted",
      data: { name: "Ben", text: "They knew it." },
      link: expect.stringContaining(`#claim-${of.params.claimId}`),
    });
    const again = await scene.member.call(acceptSuggestion, { params: suggestion });
    expect(await noticesOf(scene.author)).toEqual([told]);
    expect(again).toMatchObject({ suggestion: { status: "accepted" }, claim: null });
    expect((await scene.author.call(listSuggestions, { params: of.ids })).items).toEqual([]);

    const { items } = await scene.stranger.call(listClaimRevisions, { params: of.params });
    expect(items).toMatchObject([
      { text: "They knew it.", editor: { name: "Ada" }, acceptedBy: { name: "Ben" } },
      { text: "They new it.", editor: { name: "Ben" } },
    ]);
    expect(items[1]).not.toHaveProperty("acceptedBy");
  });

  it("is put in place by two other members, together once, and by nobody alone", async () => {
    const of = await claimed();
    const suggestion = await suggested(of);
    expect((await accept(scene.author, suggestion)).status).toBe(403);
    await accept(scene.moderator, suggestion);
    await accept(scene.moderator, suggestion);
    expect(await textOf(of.ids)).toBe("They new it.");
    await scene.moderator.call(takeBackSupport, { params: suggestion });
    const answers = await Promise.all([
      accept(scene.moderator, suggestion),
      accept(scene.owner, suggestion),
    ]);
    expect(statusesOf(answers)).toEqual([200, 200]);
    expect(await textOf(of.ids)).toBe("They knew it.");
    const { claims } = await scene.stranger.call(readOutline, { params: of.ids });
    expect(claims[0]?.version).toBe(2);
    const [told, before] = await noticesOf(scene.author);
    expect(told).toMatchObject({ kind: "debates.wording-accepted" });
    expect(before?.link).not.toBe(told?.link);
  });

  it("is for others' claims, once per person, and says something new", async () => {
    const of = await claimed();
    expect((await suggest(scene.member, of)).status).toBe(403);
    expect((await suggest(scene.author, of, { text: "They new it." })).status).toBe(409);
    expect((await suggest(scene.author, of, { text: "They knew it.", version: 3 })).status).toBe(
      409,
    );
    expect((await suggest(scene.author, of)).status).toBe(200);
    expect((await suggest(scene.author, of, { text: "They knew." })).status).toBe(409);
    expect((await suggest(scene.moderator, of, { text: "They knew." })).status).toBe(200);
    expect((await suggest(scene.foreigner, of)).status).toBe(403);
    expect((await suggest(scene.stranger, of)).status).toBe(401);
  });

  it("is declined by the claim's author, or withdrawn by who made it", async () => {
    const of = await claimed();
    const suggestion = await suggested(of);
    const decline = (person: Person) => person.tryCall(declineSuggestion, { params: suggestion });
    expect((await decline(scene.moderator)).status).toBe(403);
    const declined = await scene.member.call(declineSuggestion, { params: suggestion });
    expect(declined).toMatchObject({ status: "declined", settled: { by: { name: "Ben" } } });
    expect((await decline(scene.member)).status).toBe(200);
    expect((await accept(scene.moderator, suggestion)).status).toBe(409);
    const notices = await noticesOf(scene.author);
    expect(notices[0]).toMatchObject({ kind: "debates.wording-declined", data: { name: "Ben" } });
    const other = await suggested(of, "They all knew.");
    const withdrawn = await scene.author.call(declineSuggestion, { params: other });
    expect(withdrawn.status).toBe("withdrawn");
    expect(await noticesOf(scene.author)).toEqual(notices);
  });

  it("is renewed by who made it once the claim was reworded: the former one gives way", async () => {
    const of = await claimed();
    const former = await suggested(of);
    const body = { version: 1, text: "They new it all." };
    await scene.member.call(editClaim, { params: of.params, body });
    const { heard } = await scene.stranger.listen(debateRoom(of.ids));
    expect(
      (await suggest(scene.author, of, { text: "They knew it all.", version: 2 })).status,
    ).toBe(200);
    await until(() => heard.filter(({ name }) => name === suggestionChanged.name).length === 2);
    const { items } = await scene.stranger.call(listSuggestions, { params: of.ids });
    expect(items).toMatchObject([{ text: "They knew it all.", claimVersion: 2 }]);
    expect((await accept(scene.moderator, former)).status).toBe(409);
  });

  it("is not read any more once its claim was withdrawn", async () => {
    const of = await claimed();
    await suggested(of);
    await scene.member.call(withdrawClaim, { params: of.params });
    expect((await scene.stranger.call(listSuggestions, { params: of.ids })).items).toEqual([]);
  });

  it("is supported by members alone: who left counts no longer", async () => {
    const of = await claimed();
    const suggestion = await suggested(of);
    const leaver = await server.person("Lea");
    await addMember(server, of.ids.communityId, { person: leaver });
    await accept(leaver, suggestion);
    const { communityId } = of.ids;
    await leaver.call(leaveCommunity, { params: { communityId } });
    await accept(scene.moderator, suggestion);
    expect(await textOf(of.ids)).toBe("They new it.");
    const { items } = await scene.stranger.call(listSuggestions, { params: of.ids });
    expect(items[0]?.supporters).toMatchObject([{ name: "Mona" }]);
    await accept(scene.owner, suggestion);
    expect(await textOf(of.ids)).toBe("They knew it.");
  });

  it("does not fit a claim that was reworded meanwhile, nor a debate that is voted on", async () => {
    const of = await claimed();
    const suggestion = await suggested(of);
    const body = { version: 1, text: "They knew of it all." };
    await scene.member.call(editClaim, { params: of.params, body });
    const stale = await accept(scene.member, suggestion);
    expect(await stale.json()).toMatchObject({ type: "/problems/stale-version" });
    await moveTo(scene.author, of.ids, "voting");
    expect((await accept(scene.member, suggestion)).status).toBe(409);
    expect((await suggest(scene.moderator, of, { text: "They knew.", version: 2 })).status).toBe(
      409,
    );
  });
});
