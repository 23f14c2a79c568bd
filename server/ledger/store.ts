import type { EntryWords, LedgerEntry } from "#shared/ledger/entry.ts";
import type { KeptNode, KeptRange } from "#shared/merkle/growth.ts";

/** Whatever runs queries that are written out: a pool, or one connection. */
export interface Sql {
  query(text: string | Named, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** A statement that a connection prepares once. */
interface Named {
  readonly name: string;
  readonly text: string;
}

export async function rowsOf<Row>(
  on: Sql,
  text: string | Named,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await on.query(text, values)).rows as Row[];
}

/** Does all of something on a connection, or nothing of it. */
export async function within<T>(on: Sql, work: () => Promise<T>): Promise<T> {
  await on.query("begin");
  try {
    const result = await work();
    await on.query("commit");
    return result;
  } catch (error) {
    await on.query("rollback").catch(() => {});
    throw error;
  }
}

/** Lets no other process write this community's ledger until the transaction ends. */
export async function holdLedger(on: Sql, communityId: string): Promise<void> {
  await on.query("select pg_advisory_xact_lock(hashtextextended('ledger ' || $1::text, 0))", [
    communityId,
  ]);
}

/** How many acts of a community have a number. */
export async function sizeOf(on: Sql, communityId: string): Promise<number> {
  const [row] = await rowsOf<{ size: string }>(
    on,
    "select coalesce(max(seq) + 1, 0) as size from ledger_entries where community_id = $1",
    [communityId],
  );
  return Number(row?.size ?? 0);
}

interface ActRow {
  readonly id: string;
  readonly time: Date;
  readonly kind: string;
  readonly actor: string | null;
  readonly subject: string;
  readonly payload: Record<string, unknown>;
}

const actColumns = "act.id, act.time, act.kind, act.actor, act.subject, act.payload";

const entryOf = ({ time, kind, actor, subject, payload }: Omit<ActRow, "id">) => ({
  time: time.toISOString(),
  kind,
  actor,
  subject,
  payload,
});

/** Communities that have acts without a number. */
export async function waitingCommunities(on: Sql): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    on,
    `with recursive walk as (
      (select community_id as id from ledger_queue order by community_id limit 1)
      union all
      select (select community_id from ledger_queue where community_id > walk.id
        order by community_id limit 1) from walk where walk.id is not null
    ) select id from walk where id is not null`,
  );
  return rows.map(({ id }) => id);
}

export interface WaitingAct {
  readonly actId: string;
  readonly place: string;
  /** The entry that it becomes, but for its number. */
  readonly entry: Omit<LedgerEntry, "seq">;
}

/** Acts without a number behind a place, in the order of the queue. */
export async function waitingActs(
  on: Sql,
  communityId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<WaitingAct[]> {
  const rows = await rowsOf<ActRow & { place: string }>(
    on,
    {
      name: "ledger-waiting",
      text: `select queue.place, ${actColumns} from (
          select place, act_id from ledger_queue
          where community_id = $1 and ($2::bigint is null or place > $2) order by place limit $3
        ) queue
        join ledger_acts act on act.community_id = $1 and act.id = queue.act_id
        order by queue.place`,
    },
    [communityId, after, limit],
  );
  return rows.map(({ id: actId, place, ...row }) => ({ actId, place, entry: entryOf(row) }));
}

export interface NewEntry {
  readonly actId: string;
  readonly place: string;
  readonly leafHash: Uint8Array;
}

interface NewEntries {
  /** The number of the first; the others follow. */
  readonly first: number;
  readonly entries: readonly NewEntry[];
  readonly nodes: readonly KeptNode[];
}

/** Gives acts their numbers, and takes them out of the queue. */
export async function saveEntries(
  on: Sql,
  communityId: string,
  { first, entries, nodes }: NewEntries,
): Promise<void> {
  await on.query(
    {
      name: "ledger-number",
      // The hashes come as one piece, which is read much faster than a list.
      text: `with numbered as (
        insert into ledger_entries (community_id, seq, act_id, leaf_hash)
        select $1::uuid, $2::bigint + n - 1, act, substring($4::bytea from (n::int - 1) * 32 + 1 for 32)
        from unnest($3::uuid[]) with ordinality as acts(act, n)
      ), whole as (
        insert into ledger_nodes (community_id, level, index, hash)
        select $1::uuid, * from unnest($5::smallint[], $6::bigint[], $7::bytea[])
      )
      delete from ledger_queue where community_id = $1 and place = any($8::bigint[])`,
    },
    [
      communityId,
      first,
      entries.map(({ actId }) => actId),
      Buffer.concat(entries.map(({ leafHash }) => leafHash)),
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      nodes.map(({ hash }) => Buffer.from(hash)),
      entries.map(({ place }) => place),
    ],
  );
}

const keptNodesText = `select kept.* from unnest($2::int[], $3::bigint[], $4::bigint[]) as part(level, first, after)
  cross join lateral (
    select 0 as level, seq as index, leaf_hash as hash from ledger_entries
    where part.level = 0 and community_id = $1 and seq >= part.first and seq < part.after
    union all
    select level::int, index, hash from ledger_nodes
    where part.level > 0 and community_id = $1 and level = part.level
      and index >= part.first and index < part.after
  ) kept order by level, index`;

/** Kept nodes, by their ranges; those of level 0 are the leaves. */
export async function keptNodes(
  on: Sql,
  communityId: string,
  ranges: readonly KeptRange[],
): Promise<KeptNode[]> {
  const rows = await rowsOf<{ level: number; index: string; hash: Buffer }>(
    on,
    { name: "ledger-nodes", text: keptNodesText },
    [
      communityId,
      ranges.map(({ level }) => level),
      ranges.map(({ from }) => from),
      ranges.map(({ to }) => to),
    ],
  );
  return rows.map(({ level, index, hash }) => ({ level, index: Number(index), hash }));
}

export interface EntryFilter {
  readonly first: number;
  /** Not above this one. */
  readonly last: number;
  /** The whole kind, or what stands before its dot. */
  readonly kind?: string | undefined;
  readonly actor?: string | undefined;
  readonly subject?: string | undefined;
  readonly newestFirst: boolean;
  readonly limit: number;
}

export interface ListedEntry {
  readonly actId: string;
  readonly entry: LedgerEntry;
  readonly leafHash: Buffer;
}

/** Entries between two numbers, both included. */
export async function listEntries(
  on: Sql,
  communityId: string,
  filter: EntryFilter,
): Promise<ListedEntry[]> {
  const { first, last, kind = null, actor = null, subject = null, newestFirst, limit } = filter;
  const rows = await rowsOf<ActRow & { seq: string; leaf_hash: Buffer }>(
    on,
    `select entry.seq, entry.leaf_hash, ${actColumns} from ledger_entries entry
     join ledger_acts act on act.community_id = entry.community_id and act.id = entry.act_id
     where entry.community_id = $1 and entry.seq between $2 and $3
       and ($4::text is null or act.kind = $4 or starts_with(act.kind, $4 || '.'))
       and ($5::uuid is null or act.actor = $5) and ($6::text is null or act.subject = $6)
     order by entry.seq ${newestFirst ? "desc" : "asc"} limit $7`,
    [communityId, first, last, kind, actor, subject, limit],
  );
  return rows.map(({ id: actId, seq, leaf_hash: leafHash, ...row }) => {
    return { actId, entry: { seq: Number(seq), ...entryOf(row) }, leafHash };
  });
}

/** What people wrote, of these acts, as far as it is kept. */
export async function wordsOf(
  on: Sql,
  communityId: string,
  actIds: readonly string[],
): Promise<ReadonlyMap<string, EntryWords[]>> {
  const rows = await rowsOf<{ act_id: string; field: string; salt: Buffer; value: string }>(
    on,
    `select act_id, field, salt, value from ledger_salts
     where community_id = $1 and act_id = any($2::uuid[]) order by field`,
    [communityId, actIds],
  );
  const words = new Map<string, EntryWords[]>();
  for (const { act_id: actId, field, salt, value } of rows) {
    const one = { field, salt: salt.toString("base64"), value };
    words.set(actId, [...(words.get(actId) ?? []), one]);
  }
  return words;
}

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly kind: "member" | "former" | "visitor" | "imported" | "paper";
}

/** Who is called how now, of those who are named in entries. */
export async function peopleIn(
  on: Sql,
  communityId: string,
  ids: readonly string[],
): Promise<NamedPerson[]> {
  return rowsOf(
    on,
    `select id, name, kind from participants
     where community_id = $1 and id::text = any($2::text[]) order by id`,
    [communityId, ids],
  );
}
