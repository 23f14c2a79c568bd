import type { changeSystem as contract } from "#shared/contract/systems.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { cardOf, wordsOf } from "./card.ts";
import { mayChange } from "./policy.ts";
import { lockSystem, saveVersion } from "./store.ts";
import { tellOfSystem, tellSteward } from "./tell.ts";
import { freshSystem } from "./view-system.ts";

/** Writes the next version of a card; those before stay to be read. */
export async function changeSystem(
  deps: Deps,
  { standing, params: ids, body, once }: Call<typeof contract>,
) {
  const { reason, version, ...input } = body;
  return deps.transact(async (tx) => {
    const system = await lockSystem(tx.db, ids);
    if (!system) throw new Refusal("not-found");
    if (!mayChange(standing, system)) throw new Refusal("not-allowed", because("system-carers"));
    const reader = { ...deps, db: tx.db };
    const card = await cardOf(reader, standing, input);
    const isSame = wordsOf(card) === wordsOf(system) && card.stewardId === system.stewardId;
    // What stands there already is saved already, whatever the version.
    if (isSame) return freshSystem(reader, standing, ids);
    if (system.version !== version) throw new Refusal("stale-version");
    const editorId = standing.participantId;
    await saveVersion(tx.db, { ...ids, ...card, version: version + 1, editorId, reason });
    await tx.act({
      communityId: ids.communityId,
      kind: "system.changed",
      actor: editorId,
      subject: ids.systemId,
      payload: { version: version + 1, steward: card.stewardId },
      words: { card: wordsOf(card), reason },
    });
    await tellOfSystem(tx, ids);
    if (card.stewardId !== system.stewardId) await tellSteward(tx, standing, { ...ids, ...card });
    return freshSystem(reader, standing, ids);
  }, once);
}
