import { ballotsCounted, type castBallot as contract } from "#shared/contract/decisions.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { Settings, validateBallot } from "#shared/voting/index.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, refuseFaults, refuseField, Refusal } from "../platform/problem.ts";
import { readableDecision } from "./readable.ts";
import { type CastRow, countCast, type DecisionRow, optionsOf, takeBallot } from "./store.ts";

/** Takes a vote, or a new one in the place of the old; in time or not is decided in the database. */
export async function castBallot(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  const decision = await readableDecision(deps, standing, params.decisionId);
  if (decision.status === "scheduled") throw new Refusal("decision-not-open");
  await checkBallot(deps, decision, body.ballot);
  if (body.reason !== null && decision.reasons === "off") {
    refuseField("ballot-invalid", "reason", because("no-reasons-here"));
  }
  return deps.transact(async (tx) => {
    const cast = await takeBallot(tx.db, {
      ...params,
      voterId: standing.participantId,
      ballotId: crypto.randomUUID(),
      ballot: body.ballot,
      reason: body.reason,
    });
    const { revision, castAt } = accepted(cast);
    tx.afterCommit(() => tellCount(deps, decision));
    return { revision, castAt, ...body };
  }, once);
}

async function checkBallot(
  { db }: Deps,
  decision: DecisionRow,
  ballot: Call<typeof contract>["body"]["ballot"],
) {
  const options = await optionsOf(db, decision.communityId, [decision.id]);
  const faults = validateBallot(ballot, {
    options: options.map(({ id }) => id),
    settings: Settings.parse(decision.settings),
  });
  if (faults.length === 0) return;
  const errors = faults.map(({ pointer, code, values }) => ({
    pointer: `#/body/ballot${pointer}`,
    ...because(code, values),
  }));
  refuseFaults("ballot-invalid", errors);
}

function accepted(cast: CastRow | undefined) {
  if (!cast) throw new Refusal("not-found");
  if (!cast.isElector) {
    throw new Refusal("not-an-elector", because("electorate-frozen"));
  }
  if (cast.revision === null || cast.castAt === null) throw new Refusal("decision-closed");
  return { revision: cast.revision, castAt: new Date(cast.castAt).toISOString() };
}

function tellCount({ db, hub }: Deps, { communityId, debateId, id }: DecisionRow): void {
  hub.fold(ballotsCounted, debateRoom({ communityId, debateId }), async () => ({
    communityId,
    debateId,
    decisionId: id,
    ballotCount: await countCast(db, { communityId, decisionId: id }),
  }));
}
