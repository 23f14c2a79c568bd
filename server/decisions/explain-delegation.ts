import type {
  DelegationExplained,
  explainDelegation as contract,
} from "#shared/contract/delegations.ts";
import { spreadWeight, type Spread } from "#shared/counting/count-decision.ts";
import { resolveDelegations } from "#shared/delegation/resolve.ts";
import type { Db } from "#db/client.ts";
import { delegationCap, type InForce, delegationsInForce } from "../delegations/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { topicOf } from "./delegation-store.ts";
import { readableDecision } from "./readable.ts";
import { type Entwined, entwinedIn } from "./entwined.ts";
import { databaseNow } from "../platform/now-store.ts";
import { namesOf } from "../platform/names-store.ts";
import type { DecisionRow } from "./store.ts";

const mostParts = 50;

/** Who votes for the caller in a decision as things stand, through whom, or why nobody does; and for whom they vote. */
export async function explainDelegation(
  deps: Deps,
  { standing, params }: Call<typeof contract>,
): Promise<DelegationExplained> {
  const { db } = deps;
  const { participantId } = standing;
  const row = await readableDecision(deps, standing, params.decisionId);
  const decision = await underRulesOfNow(db, row);
  const now = await entwinedIn(db, decision, [participantId]);
  const spread = spreadOf(decision, now);
  const parts = partsOf(participantId, spread);
  const given = await givenNow(db, decision, participantId);
  const nameOf = await namer(db, decision.communityId, [
    ...given.map(({ to }) => to),
    ...parts.flatMap(({ path }) => path),
  ]);
  const own = now.weights.get(participantId);
  return {
    isAllowed: decision.delegationCap !== null,
    isElector: own !== undefined,
    hasVoted: now.voters.has(participantId),
    given: given.map(({ to, percent, row: { scope } }) => {
      return { to: nameOf(to), percent, scope };
    }),
    parts: parts.map(({ weight, by, path, reason }) => ({
      share: shareOf(weight, (own ?? 0n) * (spread.unit / decision.unit)),
      by: by === null ? null : nameOf(by),
      path: path.map(nameOf),
      reason,
    })),
    carries: carriedBy(participantId, decision, now),
  };
}

/** In secret decisions a vote goes on as a whole, as it does when they are counted. */
function spreadOf(
  { secrecy, unit, delegationCap: capPercent }: DecisionRow,
  { weights, voters, delegations, electorate }: Entwined,
): Pick<Spread, "resolved" | "unit"> {
  const cap = capPercent ?? 100;
  if (secrecy === "secret") {
    const most = (BigInt(electorate.persons) * BigInt(cap)) / 100n;
    return { unit, resolved: resolveDelegations({ weights, voters, delegations, cap: most }) };
  }
  // Which ballots they cast makes no difference to who carries what.
  const ballot = { method: "approval" as const, approved: [] };
  const ballots = Array.from(voters, (voter) => ({ voter, ballot }));
  const votes = { weights, total: electorate.weight, ballots, delegations, capPercent: cap };
  return spreadWeight(votes, unit);
}

/** Until it opens, the cap that would hold if it opened now. */
async function underRulesOfNow(db: Db, decision: DecisionRow): Promise<DecisionRow> {
  if (decision.status !== "scheduled") return decision;
  return { ...decision, delegationCap: await delegationCap(db, decision.communityId) };
}

/** What somebody has chosen that holds for the debate, whether it counts in this decision or not. */
async function givenNow(
  db: Db,
  { communityId, debateId }: DecisionRow,
  participantId: string,
): Promise<InForce[]> {
  const topic = await topicOf(db, { communityId, debateId });
  const at = await databaseNow(db);
  const all = await delegationsInForce(db, { communityId, debateId, topic, at });
  return all.filter(({ from }) => from === participantId);
}

interface Part {
  readonly weight: bigint;
  readonly by: string | null;
  readonly path: readonly string[];
  readonly reason: DelegationExplained["parts"][number]["reason"];
}

/** Where the weight of somebody has come to be, the largest part first. */
function partsOf(participantId: string, { resolved }: Pick<Spread, "resolved">): Part[] {
  const isOwn = ({ owner }: { readonly owner: string }) => owner === participantId;
  const carried = resolved.carried.filter(isOwn).map((part) => ({ ...part, reason: null }));
  const lost = resolved.lost.filter(isOwn).map((part) => ({ ...part, by: null }));
  return [...carried, ...lost]
    .toSorted((a, b) => (a.weight === b.weight ? 0 : a.weight > b.weight ? -1 : 1))
    .slice(0, mostParts);
}

/** In per cent, with two decimals. */
const shareOf = (weight: bigint, whole: bigint): number =>
  whole === 0n ? 0 : Number((weight * 10_000n) / whole) / 100;

/** What others' votes go with somebody's ballot, or would if they cast one. */
function carriedBy(participantId: string, decision: DecisionRow, now: Entwined) {
  const voters = new Set([...now.voters, participantId]);
  const { resolved, unit } = spreadOf(decision, { ...now, voters });
  const parts = resolved.carried.filter(
    ({ owner, by }) => by === participantId && owner !== participantId,
  );
  const weight = parts.reduce((sum, part) => sum + part.weight, 0n);
  const people = new Set(parts.map(({ owner }) => owner)).size;
  return { people, weight: weight.toString(), unit: unit.toString() };
}

async function namer(db: Db, communityId: string, ids: readonly string[]) {
  const known = await namesOf(db, communityId, ids);
  return (id: string) => known.get(id) ?? { id, name: "", kind: "former" as const };
}
