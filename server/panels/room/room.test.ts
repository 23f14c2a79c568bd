import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editPosition, readOutline, withdrawPosition } from "#shared/contract/claims.ts";
import { listLedgerEntries } from "#shared/contract/ledger.ts";
import { moderate } from "#shared/contract/moderation.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import * as contract from "#shared/contract/panel-room.ts";
import * as panels from "#shared/contract/panels.ts";
import { debateIn, moveTo, type Scene } from "../../debates/testing-scene.ts";
import { setModerationScene } from "../../moderation/testing-scene.ts";
import { drawn } from "../../operations/testing-tour-panels.ts";
import type { Person } from "../../testing/person.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer();
  scene = await setModerationScene(server);
});
afterAll(() => server.close());

/** A panel on which author, member and moderator sit, and which is about a debate. */
async function seated(debateId: string | null) {
  const { communityId, owner } = scene;
  const { id: panelId } = await owner.call(panels.createPanel, {
    params: { communityId },
    body: { title: "Harm", purpose: "Who answers?", seats: 3, attributes: [], debateId },
  });
  const params = { communityId, panelId };
  const sitting = [scene.author, scene.member, scene.moderator] as const;
  for (const person of sitting) {
    await person.call(panels.volunteer, { params, body: { answers: {} } });
  }
  await owner.call(panels.fixPanelList, { params });
  await drawn(owner, params);
  const take = (person: Person) =>
    person.call(panels.answerPanelInvitation, { params, body: { accept: true } });
  return { params, sitting, take };
}

type Ids = { communityId: string; panelId: string };
async function recommend(person: Person, params: Ids, title: string) {
  const body = { title, text: "Read **both** sides." };
  const { recommendations } = await person.call(contract.proposeRecommendation, { params, body });
  return { ...params, recommendationId: recommendations.at(-1)?.id ?? "" };
}
const vote = (person: Person, params: Ids & { recommendationId: string }, yes = true) =>
  person.call(contract.voteOnRecommendation, { params, body: { yes } });

describe("what a panel recommends", () => {
  it("enters the debate as a position marked so once more than half of all seats said yes, and stays as it is", async () => {
    const { debateId, communityId } = await debateIn(scene);
    const { params, sitting, take } = await seated(debateId);
    const [author, member] = sitting;
    await take(author);
    await take(member);
    const at = await recommend(author, params, "A fund of those who share models");
    const first = await vote(author, at);
    expect(first.recommendations[0]).toMatchObject({ yes: 1, needed: 2, adoptedAt: null });
    const { recommendations } = await vote(member, at);
    const { positionId } = recommendations[0] ?? {};
    const of = { communityId, debateId };
    const { positions } = await server.visitor().call(readOutline, { params: of });
    const entered = positions.find(({ id }) => id === positionId);
    const byPanel = { panelId: params.panelId, yes: 2, seats: 3 };
    expect(entered).toMatchObject({ title: "A fund of those who share models", byPanel });
    const { can } = await author.call(readOutline, { params: of });
    expect(can.change).not.toContain(positionId);
    const its = { ...of, positionId: positionId ?? "" };
    const words = { title: "No fund at all", text: "", version: 1 };
    const edited = await author.refusal(editPosition, { params: its, body: words });
    expect(edited.reason?.code).toBe("panel-words");
    const withdrawn = await author.refusal(withdrawPosition, { params: its });
    expect(withdrawn.reason?.code).toBe("panel-words");
    const entries = await server.visitor().call(listLedgerEntries, {
      params: { communityId },
      query: { kind: "panel", subject: `panels/${params.panelId}` },
    });
    const kinds = entries.items.map(({ entry }) => entry.kind);
    expect(kinds).toContain("panel.recommended");
    expect(kinds).toContain("panel.recommendation-entered");
    expect(
      (await member.refusal(contract.voteOnRecommendation, { params: at, body: { yes: false } }))
        .reason?.code,
    ).toBe("panel-adopted");
  });

  it("is told to all who sit: that it waits for their votes, and that it was adopted", async () => {
    const { params, sitting, take } = await seated(null);
    const [author, member, moderator] = sitting;
    await take(author);
    await take(member);
    const unread = async (person: Person) => {
      const { items } = await person.call(listNotices, { query: { unread: "true" } });
      return items.filter(({ link }) => link.includes(params.panelId)).map(({ kind }) => kind);
    };
    const at = await recommend(author, params, "A register of incidents");
    expect(await unread(member)).toContain("panels.recommendation-proposed");
    expect(await unread(author)).not.toContain("panels.recommendation-proposed");
    // Was drawn, and has not taken the seat.
    expect(await unread(moderator)).not.toContain("panels.recommendation-proposed");
    await vote(member, at);
    await vote(author, at);
    expect(await unread(member)).toContain("panels.recommendation-adopted");
    expect(await unread(member)).not.toContain("panels.recommendation-proposed");
    expect(await unread(author)).not.toContain("panels.recommendation-adopted");
    const back = await recommend(author, params, "Nothing of the kind");
    await author.call(contract.withdrawRecommendation, { params: back });
    expect(await unread(member)).not.toContain("panels.recommendation-proposed");
  });

  it("is out of sight in the room and in the record, too, where moderators hide its position", async () => {
    const { debateId, communityId } = await debateIn(scene);
    const { params, sitting, take } = await seated(debateId);
    const [author, member] = sitting;
    await take(author);
    await take(member);
    const at = await recommend(author, params, "Something about quagga 7");
    await vote(author, at);
    const { recommendations } = await vote(member, at);
    await scene.owner.call(moderate, {
      params: { communityId },
      body: {
        subject: { kind: "position", id: recommendations[0]?.positionId ?? "" },
        kind: "hide",
        rule: 1,
        reason: "It names somebody.",
      },
    });
    const stranger = server.visitor();
    const room = await stranger.call(contract.readPanelRoom, { params });
    expect(room.recommendations).toMatchObject([{ title: "", text: "", yes: 2 }]);
    const { items } = await stranger.call(listLedgerEntries, {
      params: { communityId },
      query: {},
    });
    expect(JSON.stringify(items)).not.toContain("quagga 7");
  });

  it("stays adopted where its debate takes no positions, and enters once it does", async () => {
    const ids = await debateIn(scene, "voting");
    const { params, sitting, take } = await seated(ids.debateId);
    const [author, member] = sitting;
    await take(author);
    await take(member);
    const at = await recommend(author, params, "A public register");
    await vote(author, at);
    const { recommendations } = await vote(member, at);
    expect(recommendations[0]).toMatchObject({ positionId: null, can: { enter: true } });
    expect(recommendations[0]?.adoptedAt).not.toBeNull();
    const early = await author.refusal(contract.enterPanelRecommendation, { params: at });
    expect(early.reason?.code).toBe("panel-phase");
    await moveTo(scene.moderator, ids, "deliberation");
    const room = await scene.owner.call(contract.enterPanelRecommendation, { params: at });
    expect(room.recommendations[0]?.positionId).not.toBeNull();
    const again = await scene.owner.call(contract.enterPanelRecommendation, { params: at });
    expect(again.recommendations[0]?.positionId).toBe(room.recommendations[0]?.positionId);
  });

  it("is for those alone who took their seat, and tells nobody how another voted", async () => {
    const { params, sitting, take } = await seated(null);
    const [author, member, moderator] = sitting;
    await take(author);
    await take(member);
    const at = await recommend(author, params, "Nothing at all");
    const refused = await moderator.refusal(contract.voteOnRecommendation, {
      params: at,
      body: { yes: true },
    });
    expect(refused.reason?.code).toBe("panel-members");
    await vote(author, at, false);
    const seen = await member.call(contract.readPanelRoom, { params });
    expect(seen.recommendations[0]).toMatchObject({ yes: 0, no: 1, mine: null });
    // Whoever leaves the panel takes their vote along.
    await author.call(panels.answerPanelInvitation, { params, body: { accept: false } });
    const after = await member.call(contract.readPanelRoom, { params });
    expect(after.recommendations[0]).toMatchObject({ yes: 0, no: 0 });
    await author.call(contract.withdrawRecommendation, { params: at });
    expect((await member.call(contract.readPanelRoom, { params })).recommendations).toEqual([]);
  });
});

describe("the hearing of a panel", () => {
  it("has its members ask, owners bring the answers, and everybody read both, without who asked", async () => {
    const { params, sitting, take } = await seated(null);
    const [author, member] = sitting;
    await take(author);
    const body = { text: "Who pays today?" };
    const refused = await member.refusal(contract.askPanelExperts, { params, body });
    expect(refused.reason?.code).toBe("panel-members");
    const { questions } = await author.call(contract.askPanelExperts, { params, body });
    const asked = { ...params, questionId: questions[0]?.id ?? "" };
    expect((await member.refusal(contract.removePanelQuestion, { params: asked })).status).toBe(
      403,
    );
    await scene.owner.call(contract.answerPanelQuestion, {
      params: asked,
      body: { expert: "Dr Rain", text: "Nobody." },
    });
    expect((await author.refusal(contract.removePanelQuestion, { params: asked })).status).toBe(
      403,
    );
    const room = await server.visitor().call(contract.readPanelRoom, { params });
    expect(room.questions).toMatchObject([
      { text: "Who pays today?", answer: { expert: "Dr Rain", text: "Nobody." } },
    ]);
    expect(JSON.stringify(room)).not.toContain("Ada");
  });

  it("has an agenda and a briefing, which two owners can't write over one another", async () => {
    const { params } = await seated(null);
    const write = (agenda: string, version: number) => ({
      params,
      body: { agenda, briefing: "", version },
    });
    const room = await scene.owner.call(contract.editPanelRoom, write("Read, then ask", 1));
    expect(room).toMatchObject({ agenda: "Read, then ask", version: 2 });
    const late = await scene.owner.refusal(contract.editPanelRoom, write("Vote at once", 1));
    expect(late.type).toContain("stale-version");
  });
});
