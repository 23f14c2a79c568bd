import type { Db } from "../client.ts";
import { panels, panelVolunteers } from "../schema/panels.ts";
import { enterAct } from "./acts.ts";
import type { DemoPlan } from "./demo-plan.ts";

/** The panel that calls for volunteers, with the entry of it. */
export async function savePanel(db: Db, { community, panel }: DemoPlan): Promise<void> {
  const { volunteers, ...called } = panel;
  const { id: panelId, authorId: actor, createdAt: time, title, purpose, attributes } = called;
  const communityId = community.id;
  const rules = { onePerHousehold: true, rule: "leximin" as const };
  await db.insert(panels).values({
    ...called,
    ...rules,
    communityId,
    stage: "registering",
    attributes: attributes.map(({ name, values }) => ({ name, values: [...values] })),
  });
  await db
    .insert(panelVolunteers)
    .values(volunteers.map((one) => ({ ...one, communityId, panelId })));
  await enterAct(db, {
    communityId,
    time,
    kind: "panel.called",
    actor,
    subject: `panels/${panelId}`,
    payload: { ...rules, seats: panel.seats, debateId: panel.debateId },
    words: { title, purpose, attributes: JSON.stringify(attributes) },
  });
}
