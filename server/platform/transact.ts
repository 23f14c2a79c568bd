import { sql } from "drizzle-orm";
import type { z } from "zod";
import { type Db, inTransaction } from "#db/client.ts";
import type { Event } from "#shared/contract/event.ts";
import { saveEvents } from "./event-store.ts";
import { findKey, keepReply, type Once, takeKey } from "./key-store.ts";
import { type Act, appendAct } from "./ledger-store.ts";
import { Refusal, sqlState } from "./problem.ts";

export interface JobOptions {
  readonly at?: Date;
  /** A later job with the same key takes the place of one that has not run. */
  readonly key?: string;
}

export interface Tx {
  readonly db: Db;
  /** Says that something happened; written with the change, told to the room once it is certain. */
  record<E extends Event>(contract: E, payload: z.input<E["payload"]>): Promise<void>;
  /** The same for many at once, as when many people are told the same. */
  recordAll<E extends Event>(
    contract: E,
    payloads: readonly z.input<E["payload"]>[],
  ): Promise<void>;
  /** Enters a public act in the community's record. */
  act(act: Act): Promise<void>;
  /** Has a job done after commit. */
  job(name: string, payload: Record<string, unknown>, options?: JobOptions): Promise<void>;
  /** Runs after commit, and only then. For what may be lost, such as folded counts. */
  afterCommit(done: () => void): void;
}

/**
 * All changes go through here: the change, its events, its public act and its jobs commit together.
 * With `once`, a repeated request gets the first answer and changes nothing.
 */
export type Transact = <T>(work: (tx: Tx) => Promise<T>, once?: Once) => Promise<T>;

const attempts = 4;

export function createTransact(db: Db): Transact {
  async function attempt<T>(work: (tx: Tx) => Promise<T>, once?: Once): Promise<T> {
    const after: (() => void)[] = [];
    const result = await inTransaction(db, async (inner) => {
      if (once && !(await takeKey(inner, once))) return replay<T>(inner, once);
      const reply = await work(txOn(inner, after));
      if (once) await keepReply(inner, once, reply ?? null);
      return reply;
    });
    for (const done of after) done();
    return result;
  }

  return async (work, once) => {
    for (let left = attempts; ; left -= 1) {
      try {
        return await attempt(work, once);
      } catch (error) {
        if (left <= 1 || !isCollision(error)) throw error;
      }
    }
  };
}

/** Two transactions got in each other's way; the loser can simply try again. */
function isCollision(error: unknown): boolean {
  const state = sqlState(error);
  return state === "40001" || state === "40P01";
}

async function replay<T>(db: Db, once: Once): Promise<T> {
  const first = await findKey(db, once);
  if (!first || first.operation !== once.operation || first.requestHash !== once.requestHash) {
    refuseReusedKey();
  }
  return (first.reply ?? undefined) as T;
}

export function refuseReusedKey(): never {
  throw new Refusal("idempotency-key-reused", {
    detail: "Use a new key for a new request; repeat the same request to get its first answer.",
  });
}

function txOn(db: Db, after: (() => void)[]): Tx {
  const recordAll: Tx["recordAll"] = async (contract, payloads) => {
    if (payloads.length === 0) return;
    const checked = payloads.map((payload) => contract.payload.parse(payload));
    const { name } = contract;
    await saveEvents(
      db,
      checked.map((payload) => ({ room: contract.room(payload), name, payload })),
    );
  };
  return {
    db,
    record: (contract, payload) => recordAll(contract, [payload]),
    recordAll,
    act: (act) => appendAct(db, act),
    async job(name, payload, { at, key } = {}) {
      await db.execute(sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json,
        run_at := ${at?.toISOString() ?? null}::timestamptz, job_key := ${key ?? null})`);
    },
    afterCommit: (done) => void after.push(done),
  };
}
