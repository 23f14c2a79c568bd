import type {
  dismissPanelExpert as dismissContract,
  namePanelExpert as nameContract,
} from "#shared/contract/panel-hearing.ts";
import { roomLimits } from "#shared/contract/panel-room.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal } from "../../platform/problem.ts";
import { hashSecret } from "../../platform/sessions.ts";
import { tell } from "../tell.ts";
import {
  changeExpert,
  countExperts,
  deleteExpert,
  findExpert,
  saveExpert,
} from "./expert-store.ts";
import { panelHeld } from "./in-room.ts";

/** Names somebody whom the panel hears. The link's token leaves the server this once; what stays here is a hash. */
export async function nameExpert(
  { transact, random }: Deps,
  { params, body }: Call<typeof nameContract>,
) {
  const [expertId, token] = [random.id(), random.token()];
  return transact(async (tx) => {
    const panel = await panelHeld(tx, params);
    const { experts: most } = roomLimits;
    if ((await countExperts(tx.db, params)) >= most) {
      throw new Refusal("not-allowed", because("panel-experts", { most }));
    }
    const { name } = body;
    await saveExpert(tx.db, { ...params, id: expertId, name, tokenHash: hashSecret(token) });
    await tell(tx, panel);
    return { expertId, token };
  });
}

/** Hears somebody no more. What they said stays where it was said. */
export async function dismissExpert(
  { transact, clock }: Deps,
  { params, once }: Call<typeof dismissContract>,
) {
  const { expertId: id, ...ids } = params;
  return transact(async (tx) => {
    const panel = await panelHeld(tx, ids);
    const expert = await findExpert(tx.db, { ...ids, id });
    if (!expert) throw new Refusal("not-found");
    // The link is there for as long as nobody came by it; an account can go later.
    if (expert.tokenHash !== null) await deleteExpert(tx.db, { ...ids, id });
    else await changeExpert(tx.db, { ...ids, id }, { dismissedAt: clock() });
    await tell(tx, panel);
  }, once);
}
