import type {
  editPanelRoom as editContract,
  readPanelRoom as readContract,
} from "#shared/contract/panel-room.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { Refusal } from "../../platform/problem.ts";
import { findPanel, updatePanel } from "../store.ts";
import { tell } from "../tell.ts";
import { panelHeld } from "./in-room.ts";
import { viewRoom } from "./view-room.ts";

export async function readRoom({ db }: Deps, { standing, params }: Call<typeof readContract>) {
  const panel = await findPanel(db, params);
  if (!panel) throw new Refusal("not-found");
  return viewRoom(db, standing, panel);
}

/** Says what the panel works through and reads. */
export async function editRoom(
  { transact }: Deps,
  { standing, params, body, once }: Call<typeof editContract>,
) {
  const { agenda, briefing, version } = body;
  return transact(async (tx) => {
    const panel = await panelHeld(tx, params);
    if (panel.agenda === agenda && panel.briefing === briefing) {
      return viewRoom(tx.db, standing, panel);
    }
    if (panel.roomVersion !== version) throw new Refusal("stale-version");
    const change = { agenda, briefing, roomVersion: version + 1 };
    await updatePanel(tx.db, params, change);
    await tell(tx, panel);
    return viewRoom(tx.db, standing, { ...panel, ...change });
  }, once);
}
