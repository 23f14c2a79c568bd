import * as contract from "#shared/contract/disputes.ts";
import type { Choice } from "#shared/lottery/index.ts";
import { voteCommitment } from "#shared/lottery/vote.ts";
import type { Answerer } from "./crowd.ts";
import { addressesOf, runSql } from "./database.ts";
import { expect } from "./people.ts";

// What juries do of which a story does not tell.

export type DisputeIds = { readonly communityId: string; readonly disputeId: string };

/** Its members have been there for long enough to be drawn. */
export async function settleIn(communityId: string): Promise<void> {
  const { ownerUrl } = await addressesOf();
  const values = [communityId];
  await runSql(ownerUrl, [
    {
      text: "update communities set created_at = now() - interval '100 days' where id = $1",
      values,
    },
    {
      text: "update memberships set joined_at = now() - interval '60 days' where community_id = $1",
      values,
    },
  ]);
}

const readCase = (person: Answerer, params: DisputeIds) =>
  person.call(contract.readDispute, { params });

/** Those whom the lot put first, once it was drawn. */
export async function drawnOf<P extends Answerer>(
  people: readonly P[],
  params: DisputeIds,
): Promise<P[]> {
  const drawn: P[] = [];
  await expect(async () => {
    drawn.length = 0;
    for (const one of people) if ((await readCase(one, params)).mine.seat) drawn.push(one);
    expect(drawn).toHaveLength(3);
  }).toPass();
  return drawn;
}

const salt = "a-salt-that-nobody-guesses";

/** How somebody votes, and why. */
export interface Vote {
  readonly choice: Choice;
  readonly reason: string;
}

export async function seal(juror: Answerer, params: DisputeIds, { choice }: Vote): Promise<void> {
  const { level, mine } = await readCase(juror, params);
  const at = { disputeId: params.disputeId, level, juror: mine.seat?.pseudonym ?? "" };
  const commitment = voteCommitment({ ...at, choice, salt });
  await juror.call(contract.commitVote, { params, body: { commitment } });
}

export const tell = (juror: Answerer, params: DisputeIds, vote: Vote) =>
  juror.call(contract.tellVote, { params, body: { ...vote, salt } });

/** A jury is drawn from those who are ready, takes its seats, and rules. */
export async function rule(
  ready: readonly Answerer[],
  params: DisputeIds,
  vote: Vote,
): Promise<void> {
  const jurors = await drawnOf(ready, params);
  const accept = { params, body: { accept: true } };
  for (const juror of jurors) await juror.call(contract.answerSummons, accept);
  for (const juror of jurors) await seal(juror, params, vote);
  for (const juror of jurors) await tell(juror, params, vote);
}
