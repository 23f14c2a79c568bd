import type { Balance, TokenSnapshot } from "#shared/contract/holdings.ts";
import type { BalanceRow, SnapshotRow } from "./store.ts";

export function snapshotView({ snapshot, author }: SnapshotRow): TokenSnapshot {
  const { authorId: _, total, createdAt, ...rest } = snapshot;
  return { ...rest, total: total.toString(), author, createdAt: createdAt.toISOString() };
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
