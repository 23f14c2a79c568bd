import type { Db } from "../client.ts";
import { budgetLines, treasuryEntries } from "../schema/treasury.ts";
import { enterAct } from "./acts.ts";
import { day, later } from "./days.ts";
import type { DemoPlan } from "./demo-plan.ts";
import type { DemoEntry } from "./work-plan.ts";

/** The year of the treasury, with the entries of it in the ledger. */
export async function saveTreasury(db: Db, { community, treasury }: DemoPlan): Promise<void> {
  const communityId = community.id;
  await db.insert(budgetLines).values(treasury.lines.map((line) => ({ ...line, communityId })));
  for (const { id: subject, title, planned, currency, createdAt } of treasury.lines) {
    await enterAct(db, {
      communityId,
      time: createdAt,
      kind: "treasury.planned",
      actor: treasury.plannedById,
      subject,
      payload: { planned, currency, version: 1 },
      words: { title },
    });
  }
  for (const entry of treasury.entries) await saveEntry(db, communityId, entry);
}

async function saveEntry(db: Db, communityId: string, entry: DemoEntry): Promise<void> {
  const { id: subject, kind, amount, currency, createdAt, enteredById, settledById } = entry;
  const settledAt = settledById === null ? null : later(createdAt, day);
  await db.insert(treasuryEntries).values({
    ...entry,
    communityId,
    settledAt,
    settledAs: settledAt && "confirmed",
  });
  const about = { communityId, subject };
  const nothingElse = { commitment: null, document: null, reverses: null };
  await enterAct(db, {
    ...about,
    time: createdAt,
    kind: "treasury.entered",
    actor: enteredById,
    payload: { kind, amount, currency, day: entry.day, line: entry.lineId, ...nothingElse },
    words: { party: entry.party, what: entry.what, title: "", url: "" },
  });
  if (settledAt === null) return;
  const confirmed = { kind: "treasury.confirmed", actor: settledById, payload: {} };
  await enterAct(db, { ...about, ...confirmed, time: settledAt });
}
