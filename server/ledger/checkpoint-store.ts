import { rowsOf, type Sql } from "./store.ts";

/** A checkpoint as it was signed. */
export interface SignedCheckpoint {
  readonly size: number;
  readonly time: Date;
  readonly note: string;
  /** The verifier key of whom it is signed by. */
  readonly signedBy: string;
}

interface CheckpointRow {
  readonly size: string;
  readonly time: Date;
  readonly note: string;
  readonly signed_by: string;
}

const checkpointOf = ({ size, time, note, signed_by: signedBy }: CheckpointRow) => ({
  size: Number(size),
  time,
  note,
  signedBy,
});

/** The newest checkpoint, or the one of a size. */
export async function findCheckpoint(
  on: Sql,
  communityId: string,
  size?: number,
): Promise<SignedCheckpoint | undefined> {
  const [row] = await rowsOf<CheckpointRow>(
    on,
    `select size, time, note, signed_by from ledger_checkpoints
     where community_id = $1 and ($2::bigint is null or size = $2) order by size desc limit 1`,
    [communityId, size ?? null],
  );
  return row && checkpointOf(row);
}

export async function checkpointsAfter(
  on: Sql,
  communityId: string,
  { after, limit }: { after: number; limit: number },
): Promise<SignedCheckpoint[]> {
  const rows = await rowsOf<CheckpointRow>(
    on,
    `select size, time, note, signed_by from ledger_checkpoints
     where community_id = $1 and size > $2 order by size limit $3`,
    [communityId, after, limit],
  );
  return rows.map(checkpointOf);
}

export async function saveCheckpoint(
  on: Sql,
  communityId: string,
  { size, note, signedBy }: Omit<SignedCheckpoint, "time">,
): Promise<void> {
  await on.query(
    `insert into ledger_checkpoints (community_id, size, time, note, signed_by)
     values ($1, $2, clock_timestamp(), $3, $4)`,
    [communityId, size, note, signedBy],
  );
}

export interface LedgerState {
  readonly communityId: string;
  readonly size: number;
  /** What of it is signed, and by which key; 0 and null before the first checkpoint. */
  readonly signedSize: number;
  readonly signedBy: string | null;
}

/** Every ledger that has an entry. */
export async function allLedgers(on: Sql): Promise<LedgerState[]> {
  const rows = await rowsOf<{
    id: string;
    size: string;
    signed_size: string | null;
    signed_by: string | null;
  }>(
    on,
    `select ledger.id, ledger.size, latest.size as signed_size, latest.signed_by from (
       select id, (select max(seq) + 1 from ledger_entries where community_id = communities.id) as size
       from communities
     ) ledger left join lateral (
       select size, signed_by from ledger_checkpoints
       where community_id = ledger.id order by size desc limit 1
     ) latest on true
     where ledger.size is not null or latest.size is not null`,
  );
  return rows.map(({ id, size, signed_size: signedSize, signed_by: signedBy }) => {
    return { communityId: id, size: Number(size), signedSize: Number(signedSize), signedBy };
  });
}

export interface Cosignature {
  readonly size: number;
  readonly verifierKey: string;
  readonly time: Date;
  readonly line: string;
}

export async function cosignaturesOf(
  on: Sql,
  communityId: string,
  { first, last }: { first: number; last: number },
): Promise<Cosignature[]> {
  const rows = await rowsOf<{ size: string; verifier_key: string; time: Date; line: string }>(
    on,
    `select size, verifier_key, time, line from ledger_cosignatures
     where community_id = $1 and size between $2 and $3 order by size, time, verifier_key`,
    [communityId, first, last],
  );
  return rows.map(({ size, verifier_key: verifierKey, time, line }) => {
    return { size: Number(size), verifierKey, time, line };
  });
}

/** Keeps the first that a witness signed of a size. */
export async function saveCosignature(
  on: Sql,
  communityId: string,
  { size, verifierKey, time, line }: Cosignature,
): Promise<void> {
  await on.query(
    `insert into ledger_cosignatures (community_id, size, verifier_key, time, line)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [communityId, size, verifierKey, time, line],
  );
}

export interface Witness {
  readonly verifierKey: string;
  readonly createdAt: Date;
  /** The largest tree that it signed, and when it saw that. */
  readonly size: number | null;
  readonly seenAt: Date | null;
}

export async function witnessesOf(on: Sql, communityId: string): Promise<Witness[]> {
  const rows = await rowsOf<{
    verifier_key: string;
    created_at: Date;
    size: string | null;
    time: Date | null;
  }>(
    on,
    `select witness.verifier_key, witness.created_at, seen.size, seen.time
     from ledger_witnesses witness left join lateral (
       select size, time from ledger_cosignatures
       where community_id = witness.community_id and verifier_key = witness.verifier_key
       order by size desc limit 1
     ) seen on true
     where witness.community_id = $1 order by witness.created_at, witness.verifier_key`,
    [communityId],
  );
  return rows.map(({ verifier_key: verifierKey, created_at: createdAt, size, time: seenAt }) => {
    return { verifierKey, createdAt, size: size === null ? null : Number(size), seenAt };
  });
}

/** Every key that signed a community's ledger, with the first and the last size that it signed. */
export async function keysOf(on: Sql, communityId: string) {
  const rows = await rowsOf<{ signed_by: string; first: string; last: string }>(
    on,
    `select signed_by, min(size) as first, max(size) as last from ledger_checkpoints
     where community_id = $1 group by signed_by order by first`,
    [communityId],
  );
  return rows.map(({ signed_by: verifierKey, first, last }) => {
    return { verifierKey, from: Number(first), to: Number(last) };
  });
}
