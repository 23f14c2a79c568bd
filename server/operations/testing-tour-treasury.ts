import { createHash } from "node:crypto";
import { listCommitments } from "#shared/contract/commitments.ts";
import * as treasury from "#shared/contract/treasury.ts";
import type { Tour } from "./testing-tour-guide.ts";

const currency = "EUR";
const day = "2026-03-31";

/** One plans, enters by hand and by a table, another confirms, refuses, and takes back; leaves an entry that waits. */
export async function tourTreasury(tour: Tour, communityId: string): Promise<void> {
  const { moderator, owner, member } = tour.cast;
  const params = { communityId };
  const line = await tour.go(moderator, treasury.planBudgetLine, {
    params,
    body: { title: tour.text("Servers"), planned: 90_000, currency },
  });
  await tour.go(moderator, treasury.changeBudgetLine, {
    params: { ...params, lineId: line.id },
    body: { title: tour.text("Servers and domains"), planned: 95_000, version: line.version },
  });
  const promised = await member.call(listCommitments, { params, query: { limit: 1 } });
  const commitmentId = promised.items[0]?.id ?? null;
  const sha256 = createHash("sha256").update("an invoice").digest("hex");
  const enter = () =>
    tour.go(moderator, treasury.enterTreasuryEntry, {
      params,
      body: {
        kind: "out",
        amount: 12_000,
        currency,
        day,
        party: tour.text("The host"),
        what: tour.text("Servers in March"),
        lineId: line.id,
        commitmentId,
        document: { title: tour.text("Invoice 7"), url: "https://example.org/7", sha256 },
      },
    });
  const [paid, wrong] = [await enter(), await enter()];
  await enter();
  await tour.go(owner, treasury.confirmTreasuryEntries, {
    params,
    body: { entryIds: [paid.id] },
  });
  await tour.go(owner, treasury.refuseTreasuryEntry, {
    params: { ...params, entryId: wrong.id },
    body: { reason: tour.text("This is there already.") },
  });
  await tour.go(moderator, treasury.reverseTreasuryEntry, {
    params: { ...params, entryId: paid.id },
    body: { day, reason: tour.text("It was paid from elsewhere.") },
  });
  const row = [day, "in", "500.00", tour.text("A donor"), tour.text("A gift")];
  const csv = ["date,kind,amount,party,what", row.map(quoted).join(",")].join("\n");
  await tour.go(moderator, treasury.importTreasuryEntries, {
    params,
    body: { currency, csv, areOthers: true },
  });
  await tour.take(member, treasury.downloadTreasuryEntries, { params, query: { currency } });
  await tour.go(member, treasury.listTreasuryEntries, { params, query: { limit: 1 } });
  await tour.go(member, treasury.readTreasury, { params });
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
