import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { commitmentTo } from "#shared/ledger/entry.ts";
import type { Db } from "../client.ts";
import { ledgerQueue, ledgerSalts } from "../schema/ledger.ts";
import { ledgerActs } from "../schema/platform.ts";

export interface DemoAct extends Omit<typeof ledgerActs.$inferInsert, "id" | "payload"> {
  readonly payload: Record<string, unknown>;
  /** What people said; null where an entry of the kind has such a field, and nothing was said. */
  readonly words?: Readonly<Record<string, string | null>>;
}

/** A public act as the product enters it: words apart, and in the queue for a number. */
export async function enterAct(db: Db, { words = {}, ...act }: DemoAct): Promise<void> {
  const { communityId, actor = null } = act;
  const id = uuidv7();
  const payload = { ...act.payload };
  const salted = [];
  for (const [field, value] of Object.entries(words)) {
    const salt = randomBytes(16);
    payload[field] = value === null ? null : commitmentTo(salt, value);
    if (value !== null) salted.push({ communityId, actId: id, field, salt, value, actor });
  }
  await db.insert(ledgerActs).values({ ...act, id, payload });
  await db.insert(ledgerQueue).values({ communityId, actId: id });
  if (salted.length > 0) await db.insert(ledgerSalts).values(salted);
}
