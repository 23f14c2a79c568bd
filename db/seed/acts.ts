import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { commitmentTo } from "#shared/ledger/entry.ts";
import type { Db } from "../client.ts";
import { ledgerQueue, ledgerSalts } from "../schema/ledger.ts";
import { ledgerActs } from "../schema/platform.ts";

export interface DemoAct extends Omit<typeof ledgerActs.$inferInsert, "id" | "payload"> {
  readonly payload: Record<string, unknown>;
  /** Left out where entries of the kind have none. */
  readonly reason?: string | null;
}

/** A public act as the product enters it: words apart, and in the queue for a number. */
export async function enterAct(db: Db, { reason, ...act }: DemoAct): Promise<void> {
  const { communityId, actor } = act;
  const id = uuidv7();
  const salt = randomBytes(16);
  const commitment = typeof reason === "string" ? commitmentTo(salt, reason) : null;
  const payload = reason === undefined ? act.payload : { ...act.payload, reason: commitment };
  await db.insert(ledgerActs).values({ ...act, id, payload });
  await db.insert(ledgerQueue).values({ communityId, actId: id });
  if (typeof reason !== "string") return;
  const words = { communityId, actId: id, field: "reason", salt, value: reason };
  await db.insert(ledgerSalts).values({ ...words, actor: actor ?? null });
}
