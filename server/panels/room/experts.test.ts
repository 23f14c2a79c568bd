import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deleteAccount } from "#shared/contract/leaving.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import * as hearing from "#shared/contract/panel-hearing.ts";
import * as room from "#shared/contract/panel-room.ts";
import * as panels from "#shared/contract/panels.ts";
import { hashPassword } from "../../accounts/public.ts";
import { type Scene, setScene } from "../../debates/testing-scene.ts";
import { drawn } from "../../operations/testing-tour-panels.ts";
import { addMember } from "../../testing/community.ts";
import type { Person } from "../../testing/person.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";
import { heardAs, type HearingIds, seated } from "./testing-hearing.ts";

let server: TestServer;
let scene: Scene;
let expert: Person;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server, { isPrivate: true });
  expert = await server.person("Regina Rain");
});
afterAll(() => server.close());

const named = (params: HearingIds, name = "Dr Rain") =>
  scene.owner.call(hearing.namePanelExpert, { params, body: { name } });
const come = (person: Person, token: string) =>
  person.call(hearing.comeToHearing, { body: { token } });
const heard = (params: HearingIds, person = expert) => heardAs(scene, params, person);
const ask = async (params: HearingIds, text: string) => {
  const { questions } = await scene.member.call(room.askPanelExperts, { params, body: { text } });
  return questions.at(-1)?.id ?? "";
};
const roomFor = (person: Person, params: HearingIds) => person.call(room.readPanelRoom, { params });
const testifyAs = (person: Person, at: { hearingId: string }, text = "It rains **less**.") =>
  person.call(hearing.testify, { params: at, body: { text } });

describe("an expert of a hearing", () => {
  it("is named by owners alone, and comes once by the link, with whatever account", async () => {
    const params = await seated(scene);
    const input = { params, body: { name: "Dr Rain" } };
    for (const person of [scene.moderator, scene.member]) {
      expect((await person.refusal(hearing.namePanelExpert, input)).status).toBe(403);
    }
    for (const person of [server.visitor(), expert]) {
      expect((await person.refusal(hearing.namePanelExpert, input)).status).toBe(404);
    }
    const { token } = await named(params);
    expect((await roomFor(scene.owner, params)).experts).toMatchObject([{ isHere: false }]);
    expect((await roomFor(scene.member, params)).experts).toEqual([]);
    const visitor = server.visitor();
    const unknown = await visitor.refusal(hearing.comeToHearing, { body: { token } });
    expect(unknown.status).toBe(401);
    await come(expert, token);
    const late = await scene.foreigner.refusal(hearing.comeToHearing, { body: { token } });
    expect(late.type).toBe("/problems/token-invalid");
    expect((await roomFor(scene.member, params)).experts).toMatchObject([
      { name: "Dr Rain", isHere: true, testimony: null, can: { dismiss: false } },
    ]);
  });

  it("reads and says in the hearing, and sees nothing else of a private community", async () => {
    const params = await seated(scene);
    const { at } = await heard(params);
    const questionId = await ask(params, "How much less?");
    await scene.member.call(room.proposeRecommendation, {
      params,
      body: { title: "Less for all of us", text: "" },
    });
    const seen = await testifyAs(expert, at);
    expect(seen).toMatchObject({
      name: "Dr Rain",
      slug: null,
      panel: { title: "Water" },
      testimony: { text: "It rains **less**." },
      questions: [{ text: "How much less?", answer: null, can: { answer: true } }],
    });
    expect(JSON.stringify(seen)).not.toMatch(/Less for all of us|Ada|Ben/);
    const answer = (text: string) =>
      expert.call(hearing.answerInHearing, { params: { ...at, questionId }, body: { text } });
    await answer("A tenth.");
    await answer("A fifth.");
    for (const person of [scene.member, scene.moderator]) {
      const { questions, experts } = await roomFor(person, params);
      expect(questions[0]?.answer).toMatchObject({ expert: "Dr Rain", text: "A fifth." });
      expect(experts[0]?.testimony?.text).toBe("It rains **less**.");
    }
    expect((await expert.refusal(room.readPanelRoom, { params })).status).toBe(404);
    const asked = expert.refusal(room.askPanelExperts, { params, body: { text: "And I?" } });
    expect((await asked).status).toBe(404);
  });

  it("is alone in that hearing: no stranger, member, moderator or owner speaks in their place", async () => {
    const params = await seated(scene);
    const { at } = await heard(params);
    const questionId = await ask(params, "Who drinks it?");
    const other = await heard(params, scene.foreigner);
    const { visitor } = { visitor: server.visitor() };
    expect((await visitor.refusal(hearing.readHearing, { params: at })).status).toBe(401);
    for (const person of [scene.member, scene.moderator, scene.owner, scene.foreigner]) {
      const read = await person.refusal(hearing.readHearing, { params: at });
      expect(read.status).toBe(404);
      const said = await person.refusal(hearing.testify, { params: at, body: { text: "No." } });
      expect(said.status).toBe(404);
    }
    const answer = { params: { ...at, questionId }, body: { text: "We all." } };
    await expert.call(hearing.answerInHearing, answer);
    const after = { params: { ...other.at, questionId }, body: { text: "Nobody." } };
    const second = await scene.foreigner.refusal(hearing.answerInHearing, after);
    expect(second.reason?.code).toBe("panel-answered");
    const corrected = await scene.owner.refusal(room.answerPanelQuestion, {
      params: { ...params, questionId },
      body: { expert: "Dr Rain", text: "Nobody." },
    });
    expect(corrected.reason?.code).toBe("panel-expert-words");
  });

  it("answers questions of that panel alone, and hears when one is asked", async () => {
    const [params, elsewhere] = [await seated(scene), await seated(scene)];
    const { at } = await heard(params);
    const questionId = await ask(elsewhere, "And there?");
    const body = { text: "I don't know." };
    const wrong = expert.refusal(hearing.answerInHearing, { params: { ...at, questionId }, body });
    expect((await wrong).status).toBe(404);
    await ask(params, "Where?");
    await ask(params, "When?");
    const { items } = await expert.call(listNotices, { query: {} });
    const mine = items.filter(({ link }) => link === `/hearings/${at.hearingId}`);
    expect(mine.map(({ kind }) => kind)).toEqual(["panels.question-asked"]);
  });

  it("is nobody who sits on the panel", async () => {
    const params = await seated(scene);
    const { token } = await named(params);
    const refused = await scene.member.refusal(hearing.comeToHearing, { body: { token } });
    expect(refused.reason?.code).toBe("panel-expert-sits");
    // The link was not taken by that.
    await come(expert, token);
  });

  it("is heard no more once dismissed, and what they said stays", async () => {
    const params = await seated(scene);
    const { at, expertId } = await heard(params);
    await testifyAs(expert, at, "Enough for each.");
    await scene.owner.call(hearing.dismissPanelExpert, { params: { ...params, expertId } });
    expect((await expert.refusal(hearing.readHearing, { params: at })).status).toBe(404);
    expect((await roomFor(scene.member, params)).experts).toMatchObject([
      { isHere: false, testimony: { text: "Enough for each." } },
    ]);
    const { expertId: never, token } = await named(params);
    await scene.owner.call(hearing.dismissPanelExpert, { params: { ...params, expertId: never } });
    const gone = await expert.refusal(hearing.comeToHearing, { body: { token } });
    expect(gone.type).toBe("/problems/token-invalid");
  });

  it("says no more once dismissed, though it was sent at the same moment", async () => {
    const params = await seated(scene);
    for (let round = 0; round < 5; round += 1) {
      const { at, expertId } = await heard(params);
      const input = { params: at, body: { text: "Late." } };
      const said = Array.from({ length: 4 }, () => expert.tryCall(hearing.testify, input));
      await scene.owner.call(hearing.dismissPanelExpert, { params: { ...params, expertId } });
      const before = (await roomFor(scene.owner, params)).experts;
      await Promise.all(said);
      expect((await roomFor(scene.owner, params)).experts).toEqual(before);
    }
  });

  it("is heard no more once they sit on the panel, or may not write in the community", async () => {
    const { communityId, owner, author, member } = scene;
    const { id: panelId } = await owner.call(panels.createPanel, {
      params: { communityId },
      body: { title: "Rain", purpose: "When?", seats: 2, attributes: [], debateId: null },
    });
    const params = { communityId, panelId };
    const { at } = await heard(params, author);
    for (const person of [author, member]) {
      await person.call(panels.volunteer, { params, body: { answers: {} } });
    }
    await owner.call(panels.fixPanelList, { params });
    await drawn(owner, params);
    await author.call(panels.answerPanelInvitation, { params, body: { accept: true } });
    const words = { params: at, body: { text: "As both." } };
    expect((await author.refusal(hearing.testify, words)).reason?.code).toBe("panel-expert-sits");

    const suspended = await server.person("Sue Suspended");
    const participantId = await addMember(server, communityId, { person: suspended });
    const { token } = await named(params);
    await server.sql(
      `with action as (
        insert into moderation_actions (community_id, id, kind, subject_kind, subject_id, reason, role)
        values ($1, gen_random_uuid(), 'suspend', 'profile', $2, '', 'moderator') returning id
      )
      insert into sanctions (community_id, action_id, participant_id, kind, until)
      select $1, id, $2, 'suspend', now() + interval '1 day' from action`,
      [communityId, participantId],
    );
    server.deps.forgetStandings();
    const refused = await suspended.refusal(hearing.comeToHearing, { body: { token } });
    expect(refused.type).toBe("/problems/suspended");
  });

  it("is nobody by name any more once their account is gone", async () => {
    const params = await seated(scene);
    const leaver = await server.person("Lena Leaver");
    const { at } = await heard(params, leaver);
    const questionId = await ask(params, "What then?");
    await testifyAs(leaver, at);
    const answer = { params: { ...at, questionId }, body: { text: "Then it is over." } };
    await leaver.call(hearing.answerInHearing, answer);
    const password = "a long walk over dry land";
    await server.sql("update accounts set password_hash = $1 where id = $2", [
      await hashPassword(password),
      leaver.accountId,
    ]);
    await leaver.call(deleteAccount, { body: { password, proof: {} } });
    const seen = await roomFor(scene.member, params);
    expect(JSON.stringify(seen)).not.toContain("Dr Rain");
    expect(seen.experts[0]?.testimony?.text).toBe("It rains **less**.");
    expect(seen.questions[0]?.answer?.text).toBe("Then it is over.");
    const { experts } = await roomFor(scene.owner, params);
    const expertId = experts[0]?.id ?? "";
    await scene.owner.call(hearing.dismissPanelExpert, { params: { ...params, expertId } });
    const still = await roomFor(scene.member, params);
    expect(still.experts[0]?.testimony?.text).toBe("It rains **less**.");
  });
});
