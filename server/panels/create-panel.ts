import type { createPanel as contract } from "#shared/contract/panels.ts";
import { isPublished, readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { checkQuotas } from "./quotas.ts";
import { findPanel, savePanel } from "./store.ts";
import { tell } from "./tell.ts";
import { viewOf } from "./view.ts";

/** Calls for volunteers. */
export async function createPanel(deps: Deps, { standing, body, once }: Call<typeof contract>) {
  const { transact, random } = deps;
  checkQuotas(body.attributes, body.seats);
  const { communityId, participantId: authorId } = standing;
  const { debateId } = body;
  if (debateId !== null) {
    const debate = await readableDebate(deps, standing, { communityId, debateId });
    // Everybody reads what a panel is about.
    if (!isPublished(debate)) refuseField("invalid-request", "debateId", because("panel-draft"));
  }
  const panelId = random.id();
  return transact(async (tx) => {
    await savePanel(tx.db, { ...body, communityId, id: panelId, authorId, stage: "registering" });
    const { title, purpose, attributes, ...rules } = body;
    await tx.act({
      communityId,
      kind: "panel.called",
      actor: authorId,
      subject: `panels/${panelId}`,
      payload: rules,
      words: { title, purpose, attributes: JSON.stringify(attributes) },
    });
    const panel = await findPanel(tx.db, { communityId, panelId });
    if (!panel) throw new Refusal("not-found");
    await tell(tx, panel);
    return viewOf(tx.db, standing, panel);
  }, once);
}
