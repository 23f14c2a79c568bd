import { addressesOf, runSql } from "./database.ts";

interface DecisionIds {
  readonly communityId: string;
  readonly decisionId: string;
}

/**
 * Has a vote end now, where a story would only wait for its time: the time is set to that of the database, and the vote
 * ends by itself as it does whenever its time has come.
 * @param url of another database than that of the common program
 */
export async function endVoting(
  { communityId, decisionId }: DecisionIds,
  url?: string,
): Promise<void> {
  await runSql(url ?? (await addressesOf()).appUrl, [
    {
      text: "update decisions set closes_at = clock_timestamp() where community_id = $1 and id = $2",
      values: [communityId, decisionId],
    },
    {
      text: "select graphile_worker.add_job('settle-decision', $1::json, job_key := 'close ' || $2)",
      values: [JSON.stringify({ communityId, decisionId }), decisionId],
    },
  ]);
}

/** The same for the vote of a funding round. */
export async function endFundingVote({
  communityId,
  roundId,
}: {
  readonly communityId: string;
  readonly roundId: string;
}): Promise<void> {
  await runSql((await addressesOf()).appUrl, [
    {
      text: "update funding_rounds set closes_at = clock_timestamp() where community_id = $1 and id = $2",
      values: [communityId, roundId],
    },
    {
      text: "select graphile_worker.add_job('settle-funding', $1::json, job_key := 'funding closes ' || $2)",
      values: [JSON.stringify({ communityId, roundId }), roundId],
    },
  ]);
}
