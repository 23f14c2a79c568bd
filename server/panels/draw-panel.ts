import { type Randomness, randomnessText, seedOf } from "#shared/lottery/index.ts";
import { numberDrawn } from "#shared/sortition/index.ts";
import { drawOf } from "#shared/sortition/transcript.ts";
import type { Deps } from "../deps.ts";
import { signatureOf } from "../disputes/public.ts";
import {
  findPanel,
  inviteByPseudonym,
  lockPanel,
  type PanelIds,
  type PanelRow,
  updatePanel,
} from "./store.ts";
import { invite } from "./seats.ts";
import { tell } from "./tell.ts";

/** Draws one of the thousand panels once the randomness is known; while it is not, the job is tried again. */
export async function drawPanel(deps: Deps, ids: PanelIds): Promise<void> {
  const panel = await findPanel(deps.db, ids);
  if (panel?.stage !== "drawing") return;
  const randomness = await toldBy(deps, panel);
  const text = randomness && randomnessText(randomness);
  if (!text) throw new Error("the randomness of a panel is not known yet");
  await deps.transact(async (tx) => {
    const held = await lockPanel(tx.db, ids);
    if (held?.stage !== "drawing" || held.lotteryHash === null) return;
    const seed = seedOf(held.lotteryHash, drawOf(held.id), text);
    const number = numberDrawn(seed);
    const members = (held.lottery[number] ?? []).map((place) => held.list[place] ?? "");
    const change = { stage: "drawn" as const, randomness, seed, number, dueAt: null };
    await updatePanel(tx.db, ids, change);
    await tx.act({
      communityId: ids.communityId,
      kind: "panel.drawn",
      actor: null,
      subject: `panels/${ids.panelId}`,
      payload: { lotteryHash: held.lotteryHash, randomness, seed, number },
    });
    await invite(tx, held, await inviteByPseudonym(tx.db, ids, members));
    await tell(tx, { ...held, ...change });
  });
}

async function toldBy(deps: Deps, { randomness, nonce }: PanelRow): Promise<Randomness | null> {
  if (randomness?.kind !== "beacon") {
    return (
      randomness && { ...randomness, nonces: randomness.nonces.map((one) => ({ ...one, nonce })) }
    );
  }
  const signature = await signatureOf(deps, randomness);
  return signature === null ? null : { ...randomness, signature };
}
