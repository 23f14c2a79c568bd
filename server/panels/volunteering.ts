import type {
  importVolunteers as importContract,
  volunteer as volunteerContract,
  withdrawFromPanel as withdrawContract,
} from "#shared/contract/panels.ts";
import { panelLimits } from "#shared/contract/panels.ts";
import { activeMembers } from "../communities/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { readVolunteers } from "./read-volunteers.ts";
import { countVolunteers, putVolunteers, removeVolunteer } from "./store.ts";
import { panelAt, tell } from "./tell.ts";
import { viewOf } from "./view.ts";

/** Registers oneself, or says anew what one is. */
export async function volunteer(
  { transact }: Deps,
  { standing, params, body, once }: Call<typeof volunteerContract>,
) {
  const { communityId, participantId } = standing;
  return transact(async (tx) => {
    const panel = await panelAt(tx, params, "registering");
    const answers: Record<string, string> = {};
    for (const { name, values } of panel.attributes) {
      const found = body.answers[name] ?? "";
      const expected = values.map(({ value }) => value);
      if (!expected.includes(found)) {
        const why = because("panel-answer", { name, expected: expected.join(", ") });
        refuseField("invalid-request", `answers/${name}`, why);
      }
      answers[name] = found;
    }
    const { household } = body;
    await putVolunteers(tx.db, [
      { communityId, panelId: panel.id, participantId, answers, household },
    ]);
    if ((await countVolunteers(tx.db, params)) > panelLimits.volunteers) {
      throw new Refusal("not-allowed", because("panel-full", { most: panelLimits.volunteers }));
    }
    await tell(tx, panel);
    return viewOf(tx.db, standing, panel);
  }, once);
}

export async function withdraw(
  { transact }: Deps,
  { standing, params, once }: Call<typeof withdrawContract>,
) {
  return transact(async (tx) => {
    const panel = await panelAt(tx, params, "registering");
    if (await removeVolunteer(tx.db, params, standing.participantId)) await tell(tx, panel);
  }, once);
}

/** Registers all of a table, or nobody. */
export async function importVolunteers(
  { transact }: Deps,
  { standing, params, body, once }: Call<typeof importContract>,
) {
  const { communityId } = standing;
  return transact(async (tx) => {
    const panel = await panelAt(tx, params, "registering");
    const members = await activeMembers(tx.db, communityId);
    const rows = readVolunteers(body.csv, { attributes: panel.attributes, members });
    await putVolunteers(
      tx.db,
      rows.map((row) => ({ ...row, communityId, panelId: panel.id })),
    );
    await tell(tx, panel);
    return viewOf(tx.db, standing, panel);
  }, once);
}
