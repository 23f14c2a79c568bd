import * as holdings from "#shared/contract/holdings.ts";
import { listMembers } from "#shared/contract/memberships.ts";
import * as wallets from "#shared/contract/wallets.ts";
import { TestWallet } from "../holdings/testing-wallets.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Somebody proves addresses; a moderator brings in who holds what; others look. */
export async function tourHoldings(tour: Tour, communityId: string): Promise<void> {
  const { member, moderator } = tour.cast;
  const params = { communityId };
  const kept = await prove(tour);
  const spare = await prove(tour);
  await tour.go(member, wallets.forgetWallet, { params: { walletId: spare.id } });
  await tour.go(member, wallets.listWallets, {});
  const { items } = await member.call(listMembers, { params, query: { limit: 50 } });
  const named = items.map(({ name }, at) => `"${name}",${at + 1}.5`);
  const csv = ["holder,amount", ...named, `${kept.address},40`].join("\n");
  const decimals = 2;
  await tour.go(moderator, holdings.previewSnapshot, { params, body: { decimals, csv } });
  const { id: snapshotId } = await tour.go(moderator, holdings.makeSnapshot, {
    params,
    body: {
      title: tour.text("Shares of the harbour"),
      token: tour.text("HRB"),
      source: tour.text("The register"),
      link: "https://register.example/shares",
      decimals,
      csv,
    },
  });
  const at = { params: { communityId, snapshotId } };
  await tour.go(member, holdings.listSnapshots, { params, query: { limit: 2 } });
  await tour.go(member, holdings.readSnapshot, at);
  await tour.go(member, holdings.listBalances, { ...at, query: { limit: 2 } });
  await tour.take(member, holdings.downloadSnapshot, at);
}

async function prove(tour: Tour): Promise<wallets.Wallet> {
  const { member } = tour.cast;
  const wallet = new TestWallet();
  const { message } = await tour.go(member, wallets.beginWallet, {
    body: { address: wallet.address },
  });
  const signature = await wallet.sign(message);
  return tour.go(member, wallets.proveWallet, { body: { message, signature } });
}
