import type { revokeDelegation as contract } from "#shared/contract/delegations.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { beginChoosing, holdGraph, saveChoice } from "./choosing.ts";
import { findStanding } from "./store.ts";
import { nameSubject } from "./subjects.ts";

/** Takes one delegation back at once; others of the same choice keep their shares. */
export async function revokeDelegation(
  { transact, clock }: Deps,
  { standing: me, params, once }: Call<typeof contract>,
) {
  const now = clock();
  const { communityId } = me;
  return transact(async (tx) => {
    const rules = await holdGraph(tx, me);
    const row = await findStanding(tx.db, { communityId, id: params.delegationId });
    if (row?.fromId !== me.participantId) throw new Refusal("not-found");
    const named = (await nameSubject(tx.db, communityId, row)) ?? {
      subject: { scope: row.scope, about: row.about, name: null },
      topic: null,
    };
    const scene = await beginChoosing({ tx, me, now, named, rules });
    return saveChoice(
      scene,
      scene.standing.filter(({ id }) => id !== row.id),
    );
  }, once);
}
