import type { previewSnapshot as contract, SnapshotPreview } from "#shared/contract/holdings.ts";
import type { Balance } from "#shared/holdings/balance-table.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { whoIsNamed } from "./names.ts";
import { readTable } from "./read-table.ts";
import { walletsIn } from "./store.ts";

const mostNames = 20;
const mostLargest = 5;

/** What a table would give: how much there is, who of the members has some of it, and who is not known. */
export async function previewSnapshot(
  { db }: Deps,
  { params, body }: Call<typeof contract>,
): Promise<SnapshotPreview> {
  const { balances, total } = await readTable(body.csv, body.decimals);
  const named = await whoIsNamed(db, params.communityId, balances);
  const owners = await walletsIn(db, params.communityId);
  const memberOf = (one: Balance) =>
    one.kind === "name" ? named.meant.get(one.name) : owners.get(one.address);
  const known = balances.filter((one) => one.amount > 0n && memberOf(one) !== undefined);
  return {
    holders: balances.length,
    total: total.toString(),
    here: {
      members: new Set(known.map(memberOf)).size,
      tokens: known.reduce((sum, { amount }) => sum + amount, 0n).toString(),
    },
    byName: named.meant.size,
    byWallet: balances.filter((one) => one.kind === "address" && owners.has(one.address)).length,
    ambiguous: named.ambiguous.slice(0, mostNames),
    unknown: named.unknown.slice(0, mostNames),
    unknownCount: named.unknown.length,
    largest: largestOf(balances),
  };
}

function largestOf(balances: readonly Balance[]): SnapshotPreview["largest"] {
  return inOrder(balances)
    .slice(0, mostLargest)
    .map((one) => ({
      holder: one.kind === "name" ? one.name : one.address,
      amount: one.amount.toString(),
    }));
}

/** The largest first; of equal ones, the one that came first. */
export function inOrder(balances: readonly Balance[]): Balance[] {
  return balances.toSorted((a, b) => (a.amount === b.amount ? 0 : a.amount < b.amount ? 1 : -1));
}
