import {
  blocksChanged,
  mostBlocks,
  type blockPerson as blockContract,
  type unblockPerson as unblockContract,
} from "#shared/contract/blocks.ts";
import type { Deps } from "../deps.ts";
import { maySee } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { mayBlock } from "./policy.ts";
import { countBlocks, deleteBlock, isPerson, saveBlock } from "./store.ts";

/** Blocks somebody in one community. */
export async function blockPerson(deps: Deps, call: Call<typeof blockContract>) {
  const { actor, params, once } = call;
  const { communityId, participantId } = params;
  const { accountId } = actor;
  const standing = await deps.findStanding(actor, communityId);
  if (!maySee(standing) || !(await isPerson(deps.db, params))) throw new Refusal("not-found");
  if (!mayBlock(standing, participantId)) {
    throw new Refusal("not-allowed", because("not-yourself"));
  }
  await deps.transact(async (tx) => {
    const isNew = await saveBlock(tx.db, {
      communityId,
      accountId,
      participantId,
      id: deps.random.id(),
    });
    if (!isNew) return;
    // Presses at the same moment can get past it by a few, which does no harm.
    if ((await countBlocks(tx.db, { communityId, accountId })) > mostBlocks) {
      throw new Refusal("blocked-enough", because("most-blocks", { most: mostBlocks }));
    }
    await tx.record(blocksChanged, { accountId });
  }, once);
}

/** Blocks somebody no longer. */
export async function unblockPerson(deps: Deps, call: Call<typeof unblockContract>) {
  const { actor, params, once } = call;
  const { accountId } = actor;
  await deps.transact(async (tx) => {
    if (await deleteBlock(tx.db, { ...params, accountId })) {
      await tx.record(blocksChanged, { accountId });
    }
  }, once);
}
