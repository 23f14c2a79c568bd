import * as hearing from "#shared/contract/panel-hearing.ts";
import * as panels from "#shared/contract/panels.ts";
import type { Scene } from "../../debates/testing-scene.ts";
import { drawn } from "../../operations/testing-tour-panels.ts";
import type { Person } from "../../testing/person.ts";

export interface HearingIds {
  readonly communityId: string;
  readonly panelId: string;
}

/** A panel on which author and member sit. */
export async function seated({ communityId, owner, author, member }: Scene): Promise<HearingIds> {
  const { id: panelId } = await owner.call(panels.createPanel, {
    params: { communityId },
    body: { title: "Water", purpose: "How much?", seats: 2, attributes: [], debateId: null },
  });
  const params = { communityId, panelId };
  for (const person of [author, member]) {
    await person.call(panels.volunteer, { params, body: { answers: {} } });
  }
  await owner.call(panels.fixPanelList, { params });
  await drawn(owner, params);
  for (const person of [author, member]) {
    await person.call(panels.answerPanelInvitation, { params, body: { accept: true } });
  }
  return params;
}

/** Has the owner name somebody, and them come. */
export async function heardAs({ owner }: Scene, params: HearingIds, person: Person) {
  const body = { name: "Dr Rain" };
  const { token, expertId } = await owner.call(hearing.namePanelExpert, { params, body });
  const { id: hearingId } = await person.call(hearing.comeToHearing, { body: { token } });
  return { token, expertId, at: { hearingId } };
}
