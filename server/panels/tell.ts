import { panelChanged } from "#shared/contract/panels.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { lockPanel, type PanelIds, type PanelRow } from "./store.ts";

/** Tells the community that a panel has changed. */
export async function tell(
  tx: Tx,
  { communityId, id: panelId, stage }: Pick<PanelRow, "communityId" | "id" | "stage">,
): Promise<void> {
  await tx.record(panelChanged, { communityId, panelId, stage });
}

/** The panel, held; refused where it is at another stage by now. */
export async function panelAt(tx: Tx, ids: PanelIds, stage: PanelRow["stage"]): Promise<PanelRow> {
  const panel = await lockPanel(tx.db, ids);
  if (!panel) throw new Refusal("not-found");
  if (panel.stage !== stage) throw new Refusal("not-allowed", because("panel-stage"));
  return panel;
}
