import { runNamed, type Db } from "#db/client.ts";
import type { Ballot } from "#shared/voting/index.ts";
import type { Once } from "../platform/key-store.ts";
import type { DecisionIds, DecisionRow } from "./store.ts";

export interface NewBallot extends DecisionIds {
  readonly voterId: string;
  readonly ballotId: string;
  readonly ballot: Ballot;
  readonly reason: string | null;
  /** Of no other ballot. */
  readonly nonce: string;
  readonly isOnPaper: boolean;
  /** What makes sending it again harmless. */
  readonly once: Once | undefined;
}

/** What is kept of an answer under its key: all else is in the request, which comes again, or follows from these. */
export interface KeptAnswer {
  readonly revision: number;
  /** as PostgreSQL writes moments in JSON */
  readonly castAt: string | null;
  readonly receipt: { readonly ballotId: string; readonly nonce: string };
}

/** What became of a ballot. `revision` is null when it was not taken; the rest says why. */
export interface CastRow {
  readonly nonce: string;
  /** null where there is no such decision */
  readonly status: DecisionRow["status"] | null;
  readonly isElector: boolean;
  readonly revision: number | null;
  readonly ballotId: string | null;
  readonly castAt: Date | null;
}

/*
 * Takes ballots in one statement and one commit, no two of them of one voter or with one key. The decisions' rows are
 * held `for share`, so that closing waits for ballots under way and ballots wait for closing; the clock is read when
 * the row is held, and cut to the milliseconds that are kept: rounded up, a ballot in time would look late. A ballot
 * that is taken enters its answer under its key. Where the key was used before, that breaks the key's uniqueness, and
 * nothing of the statement remains: nobody has to look for a key that in nearly all cases is new. Rows are written in
 * the order of their ids, so that two of these never wait for each other in a circle.
 */
const take = (isSecret: boolean) => `
with given as (
  select * from unnest(
    $1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[],
    $9::uuid[], $10::text[], $11::text[], $12::text[]
  ) as given (
    community_id, decision_id, voter_id, ballot_id, ballot, reason, nonce, is_on_paper,
    account_id, key, operation, request_hash
  )
), decision as materialized (
  select community_id, id, status, closes_at from decisions
  where (community_id, id) in (select distinct community_id, decision_id from given)
  order by community_id, id
  for share
), seat as materialized (
  select given.*, decision.status, decision.closes_at, date_trunc('milliseconds', clock_timestamp()) as now
  from decision
  join given on given.community_id = decision.community_id and given.decision_id = decision.id
  join electors on electors.community_id = decision.community_id and electors.decision_id = decision.id
    and electors.participant_id = given.voter_id
), taken as (
  insert into ballots (
    community_id, decision_id, ballot_id, voter_id, ballot, reason, nonce, is_on_paper, cast_at
  )
  select community_id, decision_id, ballot_id, ${isSecret ? "null" : "voter_id"}, ballot::jsonb,
    reason, nonce, is_on_paper, ${isSecret ? "null::timestamptz" : "now"}
  from seat where status = 'open' and now < closes_at
  order by community_id, decision_id, ballot_id
  on conflict (community_id, decision_id, ${isSecret ? "ballot_id" : "voter_id"}) do update
    set ballot = excluded.ballot, reason = excluded.reason, nonce = excluded.nonce,
      is_on_paper = excluded.is_on_paper,
      revision = ballots.revision + 1, cast_at = excluded.cast_at
  returning nonce, revision, ballot_id, cast_at
), answered as (
  insert into idempotency_keys (account_id, key, operation, request_hash, reply)
  select account_id, key, operation, request_hash, jsonb_build_object(
    'revision', taken.revision, 'castAt', taken.cast_at, 'receipt', jsonb_build_object(
      'decisionId', decision_id, 'ballotId', taken.ballot_id, 'nonce', nonce
    )
  )
  from taken join given using (nonce) where key is not null
  order by account_id, key
)${isSecret ? onRoll : ""}
select nonce, decision.status, seat.nonce is not null as "isElector", taken.revision,
  taken.ballot_id as "ballotId", taken.cast_at as "castAt"
from given
left join decision on decision.community_id = given.community_id and decision.id = given.decision_id
left join seat using (nonce)
left join taken using (nonce)`;

/** In a secret decision the ballot has neither name nor time, and the name goes on the roll. */
const onRoll = `, listed as (
  insert into roll_entries (community_id, decision_id, participant_id)
  select community_id, decision_id, voter_id from taken join given using (nonce)
  order by community_id, decision_id, voter_id
  on conflict do nothing
)`;

const statements = {
  named: { name: "take-ballots", text: take(false) },
  secret: { name: "take-secret-ballots", text: take(true) },
};

/** Takes ballots, all of them of secret decisions or none; says of each, in their order, what became of it. */
export async function takeBallots(
  db: Db,
  cast: readonly NewBallot[],
  { isSecret }: { isSecret: boolean },
): Promise<CastRow[]> {
  const rows = await runNamed<CastRow>(db, {
    ...statements[isSecret ? "secret" : "named"],
    values: [
      cast.map(({ communityId }) => communityId),
      cast.map(({ decisionId }) => decisionId),
      cast.map(({ voterId }) => voterId),
      cast.map(({ ballotId }) => ballotId),
      cast.map(({ ballot }) => JSON.stringify(ballot)),
      cast.map(({ reason }) => reason),
      cast.map(({ nonce }) => nonce),
      cast.map(({ isOnPaper }) => isOnPaper),
      cast.map(({ once }) => once?.accountId ?? null),
      cast.map(({ once }) => once?.key ?? null),
      cast.map(({ once }) => once?.operation ?? null),
      cast.map(({ once }) => once?.requestHash ?? null),
    ],
  });
  const byNonce = new Map(rows.map((row) => [row.nonce, row]));
  return cast.map(({ nonce }) => {
    const row = byNonce.get(nonce);
    if (!row) throw new Error("every ballot gets its answer");
    return row;
  });
}
