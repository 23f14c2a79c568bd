import type * as contract from "#shared/contract/funding.ts";
import { fundingBallotsCounted } from "#shared/contract/funding.ts";
import { communityRoom } from "#shared/contract/event.ts";
import { type FundingBallot, validateFundingBallot } from "#shared/funding/ballot.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, refuseFaults, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { databaseNow } from "../platform/now-store.ts";
import {
  countBallots,
  holdRound,
  isElector,
  projectsOf,
  putBallot,
  removeBallot,
  type RoundIds,
  type RoundRow,
} from "./store.ts";

/**
 * A round that takes votes, held so that it does not close meanwhile; the database's clock, read while it is held,
 * decides whether it is still time.
 */
async function heldForVotes(tx: Tx, ids: RoundIds): Promise<RoundRow> {
  const round = await holdRound(tx.db, ids, "share");
  if (!round) throw new Refusal("not-found");
  if (round.phase === "proposals") {
    throw new Refusal("funding-forbids", because("funding-not-open"));
  }
  if (round.phase !== "voting" || round.closesAt <= (await databaseNow(tx.db))) {
    throw new Refusal("funding-forbids", because("funding-time-over"));
  }
  return round;
}

/** Takes a vote, or a new one in the place of the old. */
export async function castBallot(
  deps: Deps,
  { standing, params: ids, body, once }: Call<typeof contract.castFundingBallot>,
) {
  const { communityId, participantId: voterId } = standing;
  const ballot = plain(body.ballot);
  const answer = await deps.transact(async (tx) => {
    const round = await heldForVotes(tx, ids);
    if (!(await isElector(tx.db, ids, voterId))) {
      throw new Refusal("not-an-elector", because("electorate-frozen"));
    }
    const projects = (await projectsOf(tx.db, ids)).map(({ project }) => project.id);
    const { form, most } = round.settings;
    const faults = validateFundingBallot(ballot, { form, projects, most });
    if (faults.length > 0) {
      refuseFaults(
        "ballot-invalid",
        faults.map(({ pointer, code, values }) => {
          return { pointer: `#/body/ballot${pointer}`, ...because(code, values) };
        }),
      );
    }
    const row = { communityId, roundId: ids.roundId, voterId, ballot };
    const { revision, castAt } = await putBallot(tx.db, row);
    return { ballot, revision, castAt: castAt.toISOString() };
  }, once);
  tellCount(deps, ids);
  return answer;
}

export async function takeBackBallot(
  deps: Deps,
  { standing, params: ids, once }: Call<typeof contract.takeBackFundingBallot>,
): Promise<void> {
  await deps.transact(async (tx) => {
    await heldForVotes(tx, ids);
    await removeBallot(tx.db, ids, standing.participantId);
  }, once);
  tellCount(deps, ids);
}

/** The same ballot in one form only: the order in which projects are approved of says nothing. */
const plain = (ballot: FundingBallot): FundingBallot =>
  ballot.form === "approval" ? { ...ballot, projects: ballot.projects.toSorted() } : ballot;

function tellCount({ db, hub }: Deps, { communityId, roundId }: RoundIds): void {
  const room = communityRoom({ communityId });
  hub.tellLately(room, `funding ${roundId}`, () =>
    hub.fold(fundingBallotsCounted, { room, of: roundId }, async () => ({
      communityId,
      roundId,
      ballotCount: await countBallots(db, { communityId, roundId }),
    })),
  );
}
