import { setTimeout as wait } from "node:timers/promises";
import * as hearing from "#shared/contract/panel-hearing.ts";
import * as room from "#shared/contract/panel-room.ts";
import * as panels from "#shared/contract/panels.ts";
import type { Person } from "../testing/person.ts";
import type { Tour } from "./testing-tour-guide.ts";

const homes = {
  name: "home",
  values: [
    { value: "owns", min: 0, max: 2 },
    { value: "rents", min: 0, max: 2 },
  ],
};

/** Calls for a panel, volunteers, draws it, and has a seat taken and another freed. */
export async function tourPanels(
  tour: Tour,
  { communityId, debateId }: { readonly communityId: string; readonly debateId: string },
): Promise<void> {
  const { owner, moderator, member } = tour.cast;
  const params = { communityId };
  const { id: panelId, attributes } = await tour.go(owner, panels.createPanel, {
    params,
    body: {
      title: tour.text("A panel on water"),
      purpose: tour.text("To say how much water everybody needs."),
      seats: 2,
      debateId,
      attributes: [homes],
    },
  });
  const at = { communityId, panelId };
  const [home] = attributes;
  const name = home?.name ?? "";
  const body = { answers: { [name]: home?.values[0]?.value ?? "" } };
  await tour.go(member, panels.volunteer, { params: at, body });
  await tour.go(member, panels.withdrawFromPanel, { params: at });
  await tour.go(member, panels.volunteer, { params: at, body });
  await tour.go(moderator, panels.volunteer, { params: at, body });
  await tour.go(owner, panels.changePanelQuotas, {
    params: at,
    body: {
      seats: 2,
      bounds: [
        [
          { min: 0, max: 2 },
          { min: 0, max: 2 },
        ],
      ],
    },
  });
  const { items } = await owner.call(panels.listPanelSeats, { params: at });
  if (items.length > 0) throw new Error("nobody was drawn yet");
  const csv = `member,household,"${name.replaceAll('"', '""')}"\n`;
  await tour.go(owner, panels.importVolunteers, { params: at, body: { csv } });
  await tour.go(owner, panels.fixPanelList, { params: at });
  await drawn(owner, at);
  await tour.go(member, panels.listPanels, { params });
  await tour.go(member, panels.readPanel, { params: at });
  await tour.go(member, panels.readPanelTranscript, { params: at });
  const seats = await tour.go(member, panels.listPanelSeats, { params: at });
  await tour.go(member, panels.answerPanelInvitation, { params: at, body: { accept: true } });
  await tour.go(moderator, panels.answerPanelInvitation, { params: at, body: { accept: true } });
  await tourRoom(tour, at);
  const { participantId = "" } = seats.items[0] ?? {};
  await tour.go(owner, panels.replacePanelMember, {
    params: at,
    body: { participantId, reason: tour.text("They moved away.") },
  });
}

/** Has the panel read, ask, and recommend something that enters the debate. */
async function tourRoom(tour: Tour, params: { communityId: string; panelId: string }) {
  const { owner, moderator, member } = tour.cast;
  const { version } = await tour.go(member, room.readPanelRoom, { params });
  await tour.go(owner, room.editPanelRoom, {
    params,
    body: { agenda: tour.text("Read, ask, say."), briefing: tour.text("A river."), version },
  });
  const text = tour.text("How much is there?");
  const { questions } = await tour.go(member, room.askPanelExperts, { params, body: { text } });
  const asked = { ...params, questionId: questions[0]?.id ?? "" };
  await member.call(room.askPanelExperts, { params, body: { text } });
  await tour.go(owner, room.answerPanelQuestion, {
    params: asked,
    body: { expert: tour.text("Dr Rain"), text: tour.text("Enough.") },
  });
  await tour.go(owner, room.removePanelQuestion, { params: asked });
  await tourHearing(tour, params);
  const propose = async (words: string) => {
    const body = { title: tour.text(words), text: tour.text("As we read.") };
    const { recommendations } = await tour.go(member, room.proposeRecommendation, { params, body });
    return { ...params, recommendationId: recommendations.at(-1)?.id ?? "" };
  };
  await tour.go(member, room.withdrawRecommendation, { params: await propose("Less for all") });
  const adopted = await propose("Enough for each");
  await tour.go(member, room.voteOnRecommendation, { params: adopted, body: { yes: true } });
  await tour.go(moderator, room.voteOnRecommendation, { params: adopted, body: { yes: true } });
  await tour.go(member, room.enterPanelRecommendation, { params: adopted });
}

/** Somebody of elsewhere is heard, and somebody else after all is not. */
async function tourHearing(tour: Tour, params: { communityId: string; panelId: string }) {
  const { owner, outsider, member } = tour.cast;
  const name = () => ({ params, body: { name: tour.text("Dr Rain") } });
  const { token } = await tour.go(owner, hearing.namePanelExpert, name());
  const { expertId } = await owner.call(hearing.namePanelExpert, name());
  await tour.go(owner, hearing.dismissPanelExpert, { params: { ...params, expertId } });
  const { id: hearingId } = await tour.go(outsider, hearing.comeToHearing, { body: { token } });
  await tour.go(outsider, hearing.testify, {
    params: { hearingId },
    body: { text: tour.text("It rains less each year.") },
  });
  await member.call(room.askPanelExperts, { params, body: { text: tour.text("How much less?") } });
  const { questions } = await tour.go(outsider, hearing.readHearing, { params: { hearingId } });
  const open = questions.find(({ answer }) => answer === null);
  await tour.go(outsider, hearing.answerInHearing, {
    params: { hearingId, questionId: open?.id ?? "" },
    body: { text: tour.text("A tenth.") },
  });
}

/** Waits until a panel is drawn: the lottery is drawn up in a thread of its own. */
export async function drawn(person: Person, at: { communityId: string; panelId: string }) {
  for (;;) {
    const panel = await person.call(panels.readPanel, { params: at });
    if (panel.stage === "drawn") return panel;
    if (panel.obstacle) throw new Error("no panel meets the quotas");
    await wait(100);
  }
}
