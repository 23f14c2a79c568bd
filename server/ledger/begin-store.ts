import { uuidv7 } from "uuidv7";
import { holdLedger, rowsOf, sizeOf, type Sql } from "./store.ts";

/** Communities that have acts, and none of them with a number. */
export async function unbegunCommunities(on: Sql): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    on,
    `select id from communities
     where exists (select from ledger_acts where community_id = communities.id)
       and not exists (select from ledger_entries where community_id = communities.id)`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Puts the acts of before there was a ledger first in the queue, in the order of their times, and behind them an act that says
 * how many they are. To be called in a transaction.
 */
export async function queueFormerActs(on: Sql, communityId: string): Promise<void> {
  await holdLedger(on, communityId);
  if ((await sizeOf(on, communityId)) > 0) return;
  const [former] = await rowsOf<{ count: string; until: Date | null }>(
    on,
    `with former as (
      select id, time from ledger_acts act where community_id = $1 and not exists (
        select from ledger_queue where community_id = $1 and act_id = act.id)
    ), queued as (
      insert into ledger_queue (community_id, act_id, place)
      select $1, id, row_number() over (order by time, id) - 1 - (select count(*) from former)
      from former
    )
    select count(*), max(time) as until from former`,
    [communityId],
  );
  const count = Number(former?.count ?? 0);
  if (count === 0) return;
  const payload = { acts: count, until: former?.until?.toISOString() ?? null };
  await insertFirst(on, communityId, { kind: "ledger.begun", payload, place: 0 });
}

interface OwnAct {
  readonly kind: string;
  readonly payload: Record<string, unknown>;
  readonly place: number;
}

/** An act of the ledger itself, at a place before all others that wait. */
async function insertFirst(on: Sql, communityId: string, { kind, payload, place }: OwnAct) {
  await on.query(
    `with act as (
      insert into ledger_acts (community_id, id, time, kind, actor, subject, payload)
      values ($1, $2, clock_timestamp(), $3, null, 'ledger', $4)
    )
    insert into ledger_queue (community_id, act_id, place) values ($1, $2, $5)`,
    [communityId, uuidv7(), kind, JSON.stringify(payload), place],
  );
}

/** Enters an act of the ledger itself before all others that wait. To be called in a transaction. */
export async function queueOwnAct(
  on: Sql,
  communityId: string,
  act: Omit<OwnAct, "place">,
): Promise<void> {
  await holdLedger(on, communityId);
  const [first] = await rowsOf<{ place: string }>(
    on,
    "select coalesce(min(place), 1) - 1 as place from ledger_queue where community_id = $1",
    [communityId],
  );
  await insertFirst(on, communityId, { ...act, place: Number(first?.place ?? 0) });
}

/** Whether a change of keys was entered since a checkpoint. */
export async function hasRotation(
  on: Sql,
  communityId: string,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  const rows = await rowsOf(
    on,
    `select 1 from ledger_acts act where community_id = $1 and kind = 'ledger.key-rotated'
       and payload ->> 'from' = $2 and payload ->> 'to' = $3
       and not exists (select from ledger_entries entry join ledger_checkpoints seen
         on seen.community_id = entry.community_id and seen.size > entry.seq
         where entry.community_id = $1 and entry.act_id = act.id)
     limit 1`,
    [communityId, from, to],
  );
  return rows.length > 0;
}
