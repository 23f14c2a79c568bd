import type { Db } from "#db/client.ts";
import type { NamedCase, NamelessCase } from "#shared/power-report/decided-case.ts";
import type { Ballot } from "#shared/voting/index.ts";
import { boardEntries } from "./ballot-store.ts";
import { pollOf } from "./counting.ts";
import { delegationsOf } from "./delegating.ts";
import { electorsOf } from "./elector-store.ts";
import type { DecisionRow } from "./store.ts";

/** A decision with all that is counted in it, as kernels take it. */
export type DecidedCase =
  | (NamedCase & { readonly kind: "named" })
  | (NamelessCase & { readonly kind: "nameless" });

/** What has been cast by now and what it weighs, in a decision that has opened. */
export async function decidedCase(db: Db, decision: DecisionRow): Promise<DecidedCase> {
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  const { tieBreak, ...rules } = await pollOf(db, decision);
  // Before the end nobody shall see how a tie would come out, and vote by it.
  const poll = decision.status === "closed" ? { ...rules, tieBreak } : rules;
  const cast = await boardEntries(db, ids);
  // Nobody's name is on a ballot there, then or later.
  if (decision.secrecy === "secret") {
    const ballots = cast.map(({ ballot }) => ballot as Ballot);
    return { kind: "nameless", poll, electors: decision.electorateSize ?? 0, ballots };
  }
  return {
    kind: "named",
    poll,
    weighting: decision.weighting,
    electors: await electorsOf(db, ids),
    ballots: cast.flatMap(({ voter, ballot }) =>
      voter === undefined ? [] : [{ voter, ballot: ballot as Ballot }],
    ),
    delegations: await delegationsOf(db, decision),
    capPercent: decision.delegationCap ?? 100,
  };
}
