import type { Turnout } from "#shared/voting/outcome.ts";
import type { Delegation } from "#shared/delegation/resolve.ts";
import type { Db } from "#db/client.ts";
import { rollAmong, votersAmong } from "./ballot-store.ts";
import { delegationsOf } from "./delegating.ts";
import { electorateOf, electorsAmong } from "./elector-store.ts";
import type { DecisionRow } from "./store.ts";

/** Those whose votes delegations may move: however many may vote, nobody else need be looked at. */
export interface Entwined {
  readonly delegations: readonly Delegation[];
  /** of those who may vote */
  readonly weights: ReadonlyMap<string, bigint>;
  /** who voted by now */
  readonly voters: ReadonlySet<string>;
  /** all who may vote */
  readonly electorate: Turnout;
}

/** @param also who is looked at besides those whom a delegation names */
export async function entwinedIn(
  db: Db,
  decision: DecisionRow,
  also: readonly string[] = [],
): Promise<Entwined> {
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  const delegations = await delegationsOf(db, decision);
  const named = [...new Set([...also, ...delegations.flatMap(({ from, to }) => [from, to])])];
  const electors = await electorsAmong(db, ids, named);
  // Who has voted in a secret decision is on the roll, and on no ballot.
  const voters =
    decision.secrecy === "secret"
      ? await rollAmong(db, ids, named)
      : await votersAmong(db, ids, named);
  const { electorateSize: persons, electorateWeight: weight } = decision;
  return {
    delegations,
    weights: new Map(electors.map((elector) => [elector.id, elector.weight])),
    voters: new Set(voters),
    electorate:
      persons === null || weight === null ? await electorateOf(db, ids) : { persons, weight },
  };
}
