import type { fixPanelList as contract } from "#shared/contract/panels.ts";
import { hashList, volunteerPseudonym } from "#shared/sortition/transcript.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { changeVolunteer, removeFormerMembers, updatePanel, volunteersOf } from "./store.ts";
import { panelAt, tell } from "./tell.ts";
import { viewOf } from "./view.ts";

/** Ends registration: the hash of the list is entered in the public record, and the lottery drawn up after that. */
export async function fixList(
  { transact, random }: Deps,
  { standing, params, once }: Call<typeof contract>,
) {
  const { communityId, panelId } = params;
  return transact(async (tx) => {
    const panel = await panelAt(tx, params, "registering");
    await removeFormerMembers(tx.db, params);
    const volunteers = await volunteersOf(tx.db, params);
    if (volunteers.length < panel.seats) {
      const values = { seats: panel.seats, found: volunteers.length };
      throw new Refusal("not-allowed", because("panel-few", values));
    }
    const list: string[] = [];
    for (const { participantId, answers, household } of volunteers) {
      const salt = random.token();
      const entry = { panelId, memberId: participantId, answers, household, salt };
      const pseudonym = volunteerPseudonym(entry);
      list.push(pseudonym);
      await changeVolunteer(tx.db, { ...params, participantId }, { pseudonym, salt });
    }
    list.sort();
    const listHash = hashList(list);
    const change = { stage: "computing" as const, list, listHash, obstacle: null };
    await updatePanel(tx.db, params, change);
    await tx.act({
      communityId,
      kind: "panel.list-fixed",
      actor: standing.participantId,
      subject: `panels/${panelId}`,
      payload: { size: list.length, listHash },
    });
    await tx.job("compute-panel", { communityId, panelId }, { key: `panel ${panelId}` });
    await tell(tx, { ...panel, ...change });
    return viewOf(tx.db, standing, { ...panel, ...change });
  }, once);
}
