import { ballotsCounted } from "#shared/contract/decision-events.ts";
import type { castBallot as contract } from "#shared/contract/decisions.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { type Ballot, type Settings, validateBallot } from "#shared/voting/index.ts";
import type { Deps } from "../deps.ts";
import { findKey, type Once } from "../platform/key-store.ts";
import type { Call } from "../platform/mount.ts";
import { refuseSuspended } from "../platform/suspended.ts";
import { because, refuseFaults, refuseField, Refusal } from "../platform/problem.ts";
import { refuseReusedKey } from "../platform/transact.ts";
import { ballotIdOf } from "./ballot-id.ts";
import { createPapers } from "./ballot-paper.ts";
import { apart } from "./nameless-reasons.ts";
import { receiptFor } from "./receipts.ts";
import { countCast, type DecisionIds } from "./store.ts";
import type { CastRow, KeptAnswer, NewBallot } from "./take-store.ts";
import { type Cast, createTaking } from "./taking.ts";

/** Takes a vote, or a new one in the place of the old; in time or not is decided in the database. */
export function casting(deps: Deps) {
  const paperFor = createPapers(deps);
  const takeNamed = createTaking(deps.db, false);
  const takeSecret = createTaking(deps.db, true);

  return async ({ standing, params, body: { ballot, reason }, once }: Call<typeof contract>) => {
    const paper = await paperFor(standing, params);
    if (paper.status === "scheduled") throw new Refusal("decision-not-open");
    checkBallot(ballot, paper);
    if (reason !== null && paper.reasons === "off") {
      refuseField("ballot-invalid", "reason", because("no-reasons-here"));
    }
    if (reason !== null) refuseSuspended(standing);
    const voterId = standing.participantId;
    const isSecret = paper.secrecy === "secret";
    const kept = isSecret ? apart({ ballot, reason }) : { ballot, reason };
    const take = paper.status === "counting" ? tooLate(deps) : isSecret ? takeSecret : takeNamed;
    const { communityId, decisionId } = params;
    const cast = await take({
      communityId,
      decisionId,
      voterId,
      // Of a decision that has closed the key is gone; the ballot is refused below, with the reason.
      ballotId: paper.key ? ballotIdOf(paper.key, voterId) : "",
      ballot: kept.ballot,
      reason: kept.reason,
      nonce: deps.random.token(),
      isOnPaper: false,
      once,
    });
    const { revision, castAt, ballotId, nonce, isNew } = answered(cast, once);
    // A changed ballot changes no count, and nobody is told that somebody thought again.
    if (isNew && revision === 1) tellCount(deps, paper);
    const receipt = receiptFor(deps, {
      communityId,
      decisionId,
      ballotId,
      revision,
      ballot: kept.ballot,
      nonce,
    });
    return { revision, castAt, ballot, reason, receipt };
  };
}

/** While a count is written down the decision's row is held for long: who comes late, and all others, need not wait for it. */
const tooLate =
  ({ db }: Deps) =>
  async ({ nonce, once }: NewBallot): Promise<Cast> => {
    const used = once && (await findKey(db, once));
    if (used) return { used, row: null };
    const untaken = { revision: null, ballotId: null, castAt: null };
    return { used: null, row: { nonce, status: "counting", isElector: true, ...untaken } };
  };

interface Rules {
  readonly options: readonly string[];
  readonly settings: Settings;
}

export function checkBallot(ballot: Ballot, { options, settings }: Rules) {
  const faults = validateBallot(ballot, { options, settings });
  if (faults.length === 0) return;
  const errors = faults.map(({ pointer, code, values }) => ({
    pointer: `#/body/ballot${pointer}`,
    ...because(code, values),
  }));
  refuseFaults("ballot-invalid", errors);
}

/** What is answered to a ballot: where its key was used, what was answered then, however the decision stands by now. */
function answered({ used, row }: Cast, once: Once | undefined) {
  if (used === null) return { ...accepted(row), isNew: true };
  const isSame = used.operation === once?.operation && used.requestHash === once.requestHash;
  if (!isSame || used.reply === null) return refuseReusedKey();
  const { revision, castAt, receipt } = used.reply as KeptAnswer;
  const { ballotId, nonce } = receipt;
  return { revision, castAt: momentOf(castAt), ballotId, nonce, isNew: false };
}

export function accepted(cast: CastRow) {
  const { status, isElector, revision, ballotId, castAt, nonce } = cast;
  if (status === null) throw new Refusal("not-found");
  if (!isElector) {
    throw new Refusal("not-an-elector", because("electorate-frozen"));
  }
  if (revision === null || ballotId === null) throw new Refusal("decision-closed");
  return { revision, ballotId, castAt: momentOf(castAt), nonce };
}

const momentOf = (stored: Date | string | null) =>
  stored === null ? null : new Date(stored).toISOString();

export function tellCount(
  { db, hub }: Deps,
  { communityId, debateId, decisionId }: DecisionIds & { readonly debateId: string },
): void {
  const room = debateRoom({ communityId, debateId });
  hub.tellLately(room, `ballots ${decisionId}`, () =>
    hub.fold(ballotsCounted, { room, of: decisionId }, async () => ({
      communityId,
      debateId,
      decisionId,
      ballotCount: await countCast(db, { communityId, decisionId }),
    })),
  );
}
