import type { Balance, TokenSnapshot } from "#shared/contract/holdings.ts";
import type { BalanceRow, SnapshotRow } from "./store.ts";

export function snapshotView({ snapshot, author }: SnapshotRow): TokenSnapshot {
  const { id, communityId, title, token, source, link, decimals, holders, hash } = snapshot;
  return {
    ...{ id, communityId, title, token, source, link, decimals, holders, hash },
    total: snapshot.total.toString(),
    author,
    createdAt: snapshot.createdAt.toISOString(),
  };
}

export function balanceView({ balance, person }: BalanceRow): Balance {
  const { address, name, amount } = balance;
  return {
    holder: address ?? name,
    kind: address === null ? "name" : "address",
    amount: amount.toString(),
    person: person?.id ? person : null,
  };
}
