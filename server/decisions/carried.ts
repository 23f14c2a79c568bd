import { spreadWeight } from "#shared/counting/count-decision.ts";
import type { Db } from "#db/client.ts";
import { brief } from "../platform/brief.ts";
import { entwinedIn } from "./entwined.ts";
import { type DecisionRow, findDecision } from "./store.ts";

/** What a ballot counts with the votes of those who delegated to its voter. */
export interface Carried {
  readonly people: number;
  readonly weight: string;
  readonly unit: string;
}
type ByVoter = ReadonlyMap<string, Carried>;

/** Who carries what; worked out for all readers at most so often. */
export interface CarriedWeights {
  of(decision: DecisionRow): Promise<ByVoter>;
}

const forMs = 5_000;
const nobody: ByVoter = new Map();

export function createCarriedWeights({ db }: { readonly db: Db }): CarriedWeights {
  const known = brief(async (key: string) => {
    const [communityId = "", decisionId = ""] = key.split("/");
    const decision = await findDecision(db, { communityId, decisionId });
    return decision ? carriedIn(db, decision) : nobody;
  }, forMs);
  return {
    of: async (decision) => {
      const { communityId, id, delegationCap, status } = decision;
      if (delegationCap === null) return nobody;
      return known.get(`${communityId}/${id}/${status}`);
    },
  };
}

async function carriedIn(db: Db, decision: DecisionRow): Promise<ByVoter> {
  const { delegations, weights, voters, electorate } = await entwinedIn(db, decision);
  if (delegations.length === 0) return nobody;
  // Which ballots they cast makes no difference to who carries what.
  const ballot = { method: "approval" as const, approved: [] };
  const ballots = Array.from(voters, (voter) => ({ voter, ballot }));
  const capPercent = decision.delegationCap ?? 100;
  const votes = { weights, total: electorate.weight, ballots, delegations, capPercent };
  const { resolved, carried, unit } = spreadWeight(votes, decision.unit);
  const people = new Map<string, Set<string>>();
  for (const { owner, by, weight } of resolved.carried) {
    if (owner === by || weight === 0n) continue;
    people.set(by, (people.get(by) ?? new Set()).add(owner));
  }
  return new Map(
    Array.from(people, ([by, owners]): [string, Carried] => {
      const weight = String(carried.get(by) ?? 0n);
      return [by, { people: owners.size, weight, unit: String(unit) }];
    }),
  );
}
