import type { registerSystem as contract } from "#shared/contract/systems.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { cardOf, wordsOf } from "./card.ts";
import { saveSystem } from "./store.ts";
import { tellOfSystem, tellSteward } from "./tell.ts";
import { freshSystem } from "./view-system.ts";

/** Registers a system that the community governs. */
export async function registerSystem(
  deps: Deps,
  { standing, params: { communityId }, body, once }: Call<typeof contract>,
) {
  return deps.transact(async (tx) => {
    const reader = { ...deps, db: tx.db };
    const card = await cardOf(reader, standing, body);
    const ids = { communityId, systemId: deps.random.id() };
    const editorId = standing.participantId;
    await saveSystem(tx.db, { ...ids, ...card, version: 1, editorId, reason: "" });
    await tx.act({
      communityId,
      kind: "system.registered",
      actor: editorId,
      subject: ids.systemId,
      payload: { kind: body.kind, steward: card.stewardId },
      words: { card: wordsOf(card) },
    });
    await tellOfSystem(tx, ids);
    await tellSteward(tx, standing, { ...ids, ...card });
    return freshSystem(reader, standing, ids);
  }, once);
}
