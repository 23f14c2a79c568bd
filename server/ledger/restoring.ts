import { readCheckpoint } from "#shared/merkle/checkpoint.ts";
import { toBase64 } from "#shared/merkle/bytes.ts";
import { queueOwnAct } from "./begin-store.ts";
import { allLedgers } from "./checkpoint-store.ts";
import type { Memory } from "./memory.ts";
import { bodyOf, contradiction } from "./signing.ts";
import { type Sql, within } from "./store.ts";
import type { LedgerWatch } from "../platform/ledger-watch.ts";

interface Restoring {
  readonly memory: Memory;
  readonly ledgers: LedgerWatch;
}

/**
 * Where somebody has said that an older copy was restored: every ledger that lost entries by it says so itself, with what was
 * signed before, and goes on from there.
 */
export async function settleRestores({ memory, ledgers }: Restoring, on: Sql): Promise<void> {
  if (!(await memory.isRestoreAnnounced())) return;
  for (const { communityId, size } of await allLedgers(on)) {
    const remembered = await memory.read(communityId);
    const problem = await contradiction(on, { communityId, size, notes: [remembered] });
    if (!problem) continue;
    const signed = readCheckpoint(bodyOf(remembered ?? ""));
    const payload = {
      size,
      signedSize: signed?.size ?? null,
      signedRoot: signed ? toBase64(signed.root) : null,
    };
    await within(on, () => queueOwnAct(on, communityId, { kind: "ledger.restored", payload }));
    await memory.forget(communityId);
    ledgers.clear(communityId);
  }
  await memory.settleRestore();
}
