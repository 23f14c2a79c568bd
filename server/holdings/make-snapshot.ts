import { createHash } from "node:crypto";
import { type makeSnapshot as contract, snapshotMade } from "#shared/contract/holdings.ts";
import type { Balance } from "#shared/holdings/balance-table.ts";
import { canonicalForm, saltedName } from "#shared/holdings/canonical.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { whoIsNamed } from "./names.ts";
import { inOrder } from "./preview-snapshot.ts";
import { readTable } from "./read-table.ts";
import { findSnapshot, type NewBalance, saveBalances, saveSnapshot } from "./store.ts";
import { snapshotView } from "./view.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Keeps a table of balances for good, with its hash, and says so in the public record. */
export async function makeSnapshot(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  const { communityId } = params;
  const { csv, ...about } = body;
  const table = await readTable(csv, about.decimals);
  const balances = salted(deps, table.balances);
  const snapshot = {
    ...about,
    communityId,
    id: deps.random.id(),
    holders: balances.length,
    total: table.total,
    hash: sha256(canonicalForm(about.decimals, balances)),
    authorId: standing.participantId,
  };
  return deps.transact(async (tx) => {
    await saveSnapshot(tx.db, snapshot);
    const rows = await withMembers(tx.db, communityId, balances);
    await saveBalances(tx.db, { communityId, snapshotId: snapshot.id }, rows);
    const { id, title, token, source, link, decimals, holders, hash } = snapshot;
    await tx.act({
      communityId,
      actor: standing.participantId,
      kind: "holdings.snapshot-made",
      subject: id,
      payload: { decimals, holders, total: `${table.total}`, hash },
      words: { title, token, source, link },
    });
    await tx.record(snapshotMade, { communityId });
    const saved = await findSnapshot(tx.db, { communityId, snapshotId: id });
    if (!saved) throw new Error("a snapshot that was saved is not there");
    return snapshotView(saved);
  }, once);
}

type Salted =
  | (Balance & { readonly kind: "address" })
  | (Balance & { readonly kind: "name"; readonly salt: string; readonly digest: string });

/** Names with what stands for them in the canonical form. */
function salted({ random }: Deps, balances: readonly Balance[]): Salted[] {
  return inOrder(balances).map((one) => {
    if (one.kind === "address") return one;
    const salt = random.token();
    return { ...one, salt, digest: sha256(saltedName(salt, one.name)) };
  });
}

/** Each name is bound to the member who has it now: who takes that name later takes no tokens by it. */
async function withMembers(
  db: Db,
  communityId: string,
  balances: readonly Salted[],
): Promise<NewBalance[]> {
  const { meant } = await whoIsNamed(db, communityId, balances);
  return balances.map((one, at) => {
    const place = at + 1;
    const amount = one.amount.toString();
    if (one.kind === "address") return { place, amount, address: one.address };
    const { name, salt, digest } = one;
    return { place, amount, name, salt, digest, participantId: meant.get(name) ?? null };
  });
}
