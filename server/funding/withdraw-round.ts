import type { withdrawFundingRound as contract } from "#shared/contract/funding.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import type { Tx } from "../platform/transact.ts";
import { heldForProposals, tell } from "./planning.ts";
import { type RoundRow, updateRound } from "./store.ts";

/** Calls a round off that has not opened. */
export async function withdrawRound(
  { transact }: Deps,
  { standing, params: ids, once }: Call<typeof contract>,
): Promise<void> {
  await transact(async (tx) => {
    const round = await heldForProposals(tx, ids, "update");
    await endUnopened(tx, round, standing.participantId);
  }, once);
}

/** The round is held for update; by nobody means by the clock. */
export async function endUnopened(
  tx: Tx,
  { communityId, id }: RoundRow,
  actor: string | null,
): Promise<void> {
  const ids = { communityId, roundId: id };
  await updateRound(tx.db, ids, { phase: "withdrawn" });
  await tx.act({ communityId, kind: "funding.withdrawn", actor, subject: id, payload: {} });
  await tell(tx, ids, "withdrawn");
}
