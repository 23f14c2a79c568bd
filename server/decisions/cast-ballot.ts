import { ballotsCounted, type castBallot as contract } from "#shared/contract/decisions.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { Settings, validateBallot } from "#shared/voting/index.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, refuseFaults, refuseField, Refusal } from "../platform/problem.ts";
import { ballotIdOf, keyFor } from "./ballot-id.ts";
import { ballotPaper } from "./ballot-store.ts";
import { apart } from "./nameless-reasons.ts";
import { readableDecision } from "./readable.ts";
import { receiptFor } from "./receipts.ts";
import { type CastRow, countCast, type DecisionRow, takeBallot } from "./store.ts";

/** Takes a vote, or a new one in the place of the old; in time or not is decided in the database. */
export async function castBallot(
  deps: Deps,
  { standing, params, body: { ballot, reason }, once }: Call<typeof contract>,
) {
  const decision = await readableDecision(deps, standing, params.decisionId);
  if (decision.status === "scheduled") throw new Refusal("decision-not-open");
  const paper = await ballotPaper(deps.db, params);
  checkBallot(decision, paper.options, ballot);
  if (reason !== null && decision.reasons === "off") {
    refuseField("ballot-invalid", "reason", because("no-reasons-here"));
  }
  const voterId = standing.participantId;
  // Of a decision that has closed the key is gone; the ballot is refused below, with the reason.
  const key = decision.status === "open" ? await keyFor(deps, params, paper.sealedKey) : null;
  const nonce = deps.random.token();
  const isSecret = decision.secrecy === "secret";
  const kept = isSecret ? apart({ ballot, reason }) : { ballot, reason };
  return deps.transact(async (tx) => {
    const cast = await takeBallot(tx.db, {
      ...params,
      voterId,
      ballotId: key ? ballotIdOf(key, voterId) : "",
      ...kept,
      nonce,
      isSecret,
    });
    const { revision, ballotId, castAt } = accepted(cast);
    // A changed ballot changes no count, and nobody is told that somebody thought again.
    if (revision === 1) tx.afterCommit(() => tellCount(deps, decision));
    const receipt = receiptFor(deps, {
      ...params,
      ballotId,
      revision,
      ballot: kept.ballot,
      nonce,
    });
    return { revision, castAt, ballot, reason, receipt };
  }, once);
}

export function checkBallot(
  decision: DecisionRow,
  options: readonly string[],
  ballot: Call<typeof contract>["body"]["ballot"],
) {
  const faults = validateBallot(ballot, { options, settings: Settings.parse(decision.settings) });
  if (faults.length === 0) return;
  const errors = faults.map(({ pointer, code, values }) => ({
    pointer: `#/body/ballot${pointer}`,
    ...because(code, values),
  }));
  refuseFaults("ballot-invalid", errors);
}

export function accepted(cast: CastRow | undefined) {
  if (!cast) throw new Refusal("not-found");
  if (!cast.isElector) {
    throw new Refusal("not-an-elector", because("electorate-frozen"));
  }
  const { revision, ballotId, castAt } = cast;
  if (revision === null || ballotId === null) throw new Refusal("decision-closed");
  return { revision, ballotId, castAt: castAt === null ? null : new Date(castAt).toISOString() };
}

export function tellCount({ db, hub }: Deps, { communityId, debateId, id }: DecisionRow): void {
  hub.fold(ballotsCounted, debateRoom({ communityId, debateId }), async () => ({
    communityId,
    debateId,
    decisionId: id,
    ballotCount: await countCast(db, { communityId, decisionId: id }),
  }));
}
