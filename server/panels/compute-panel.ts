import { z } from "zod";
import { communityRoom } from "#shared/contract/event.ts";
import { panelProgressed } from "#shared/contract/panels.ts";
import {
  nonceCommitment,
  quicknet,
  type Randomness,
  roundAt,
  timeOfRound,
} from "#shared/lottery/index.ts";
import { lotterySize, type Progress } from "#shared/sortition/index.ts";
import { drawOf, hashPanels } from "#shared/sortition/transcript.ts";
import type { Deps } from "../deps.ts";
import { communityBeaconUrl } from "../disputes/public.ts";
import type { Tx } from "../platform/transact.ts";
import { drawUpApart, type Found } from "./draw-up-apart.ts";
import { poolOf } from "./pool-of.ts";
import {
  findPanel,
  lockPanel,
  type PanelIds,
  type PanelRow,
  updatePanel,
  volunteersOf,
} from "./store.ts";
import { tell } from "./tell.ts";

/** What the jobs of a panel are given. */
export const PanelJob = z.object({ communityId: z.uuid(), panelId: z.uuid() });

/** Draws up the lottery of a fixed list; whatever stops it, it is done again with the same result. */
export async function computePanel(deps: Deps, ids: PanelIds, signal?: AbortSignal): Promise<void> {
  const panel = await findPanel(deps.db, ids);
  if (panel?.stage !== "computing") return;
  const pool = poolOf(panel, await volunteersOf(deps.db, ids));
  let now: Progress = { done: 0, of: lotterySize };
  const found = await drawUpApart(
    { pool, rule: panel.rule },
    {
      signal,
      tell(progress) {
        now = progress;
        tellProgress(deps, ids, () => now);
      },
    },
  );
  await deps.transact(async (tx) => {
    const held = await lockPanel(tx.db, ids);
    if (held?.stage !== "computing" || held.listHash !== panel.listHash) return;
    await ("obstacle" in found ? reopen(tx, held, found) : fixLottery(deps, tx, { held, found }));
  });
}

function tellProgress({ hub }: Deps, ids: PanelIds, now: () => Progress): void {
  const room = communityRoom(ids);
  hub.tellLately(room, `panel ${ids.panelId}`, () =>
    hub.fold(panelProgressed, { room, of: ids.panelId }, () =>
      Promise.resolve({ ...ids, ...now() }),
    ),
  );
}

/** There is no such panel among these people: registration is open again, and it is said what conflicts. */
async function reopen(
  tx: Tx,
  held: PanelRow,
  { obstacle }: Extract<Found, { obstacle: unknown }>,
): Promise<void> {
  const { communityId, id: panelId } = held;
  const change = { stage: "registering" as const, obstacle, list: [], listHash: null };
  await updatePanel(tx.db, { communityId, panelId }, change);
  await tx.act({
    communityId,
    kind: "panel.list-reopened",
    actor: null,
    subject: `panels/${panelId}`,
    payload: { listHash: held.listHash },
  });
  await tell(tx, { ...held, ...change });
}

interface Fixed {
  readonly held: PanelRow;
  readonly found: Extract<Found, { panels: unknown }>;
}

/** Enters the lottery's hash in the public record, with what will draw from it. */
async function fixLottery(deps: Deps, tx: Tx, { held, found }: Fixed): Promise<void> {
  const { communityId, id: panelId, list } = held;
  const places = new Map(list.map((pseudonym, at) => [pseudonym, at]));
  const lottery = found.panels.map((panel) => panel.map((one) => places.get(one) ?? -1));
  const lotteryHash = hashPanels(lottery);
  const { randomness, nonce, dueAt } = randomnessFor(deps, panelId);
  const drawing = { randomness, nonce, dueAt, lottery, lotteryHash, maximin: found.maximin };
  const change = { ...drawing, stage: "drawing" as const };
  await updatePanel(tx.db, { communityId, panelId }, change);
  await tx.act({
    communityId,
    kind: "panel.lottery-fixed",
    actor: null,
    subject: `panels/${panelId}`,
    payload: { listHash: held.listHash, lotteryHash, randomness },
  });
  await tx.job("draw-panel", { communityId, panelId }, { at: dueAt, key: `draw ${panelId}` });
  await tell(tx, { ...held, ...change });
}

/** A round of the public beacon that nobody can know yet; without a beacon, a nonce of the server, as readers are warned. */
function randomnessFor(deps: Deps, panelId: string) {
  const now = deps.clock().getTime();
  if (communityBeaconUrl(deps) !== null) {
    const round = roundAt(quicknet, now + 60_000);
    const dueAt = new Date(timeOfRound(quicknet, round) + 1_000);
    const randomness: Randomness = { kind: "beacon", beacon: quicknet, round, signature: null };
    return { randomness, nonce: null, dueAt };
  }
  const nonce = deps.random.token();
  const commitment = nonceCommitment(drawOf(panelId), { party: "server", nonce });
  const nonces = [{ party: "server" as const, commitment, nonce: null }];
  const randomness: Randomness = { kind: "nonces", nonces };
  return { randomness, nonce, dueAt: new Date(now + 1_000) };
}
