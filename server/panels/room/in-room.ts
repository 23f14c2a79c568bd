import type { MemberStanding } from "../../platform/actor.ts";
import { because, Refusal } from "../../platform/problem.ts";
import type { Tx } from "../../platform/transact.ts";
import { findVolunteer, lockPanel, type PanelIds, type PanelRow } from "../store.ts";
import { sits } from "./policy.ts";

/** The panel, held. */
export async function panelHeld(tx: Tx, ids: PanelIds): Promise<PanelRow> {
  const panel = await lockPanel(tx.db, ids);
  if (!panel) throw new Refusal("not-found");
  return panel;
}

/** The panel, held; only for those who have their seat on it. */
export async function panelOfMine(
  tx: Tx,
  { standing, params }: { readonly standing: MemberStanding; readonly params: PanelIds },
): Promise<PanelRow> {
  const panel = await panelHeld(tx, params);
  const mine = await findVolunteer(tx.db, params, standing.participantId);
  if (!sits(standing, panel, mine)) throw new Refusal("not-allowed", because("panel-members"));
  return panel;
}
