import type { readDelegationFlows as contract } from "#shared/contract/delegations.ts";
import { flowsOf, wholeVote } from "#shared/delegation/flows.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { chosenFor } from "./cycles.ts";
import { countMembers, delegationRules } from "./store.ts";
import { nameSubject } from "./subjects.ts";
import { authorsOf } from "./view.ts";

const largestFirst = (a: { weight: bigint }, b: { weight: bigint }) =>
  a.weight === b.weight ? 0 : a.weight > b.weight ? -1 : 1;

/** Who delegates to whom, for whoever may read the community; the largest carriers and flows of them. */
export async function readFlows({ db, clock }: Deps, { standing, query }: Call<typeof contract>) {
  const { communityId } = standing;
  const { scope, about = null, limit } = query;
  const named = await nameSubject(db, communityId, { scope, about });
  if (!named) throw new Refusal("not-found");
  const rules = await delegationRules(db, communityId);
  const memberCount = await countMembers(db, communityId);
  const chosen = await chosenFor(db, { communityId, at: clock() }, named);
  const { flows, carried } = flowsOf(chosen);
  const shown = flows.toSorted(largestFirst).slice(0, limit);
  const carriers = [...carried]
    .map(([id, weight]) => ({ id, weight }))
    .filter(({ weight }) => weight > 0n)
    .toSorted(largestFirst);
  const top = carriers.slice(0, limit);
  const authorOf = await authorsOf(db, communityId, [
    ...top.map(({ id }) => id),
    ...shown.flatMap(({ delegation: { from, to } }) => [from, to]),
  ]);
  const cap = (BigInt(memberCount) * wholeVote * BigInt(rules.capPercent)) / 100n;
  return {
    subject: named.subject,
    memberCount,
    delegating: new Set(chosen.map(({ from }) => from)).size,
    capPercent: rules.isAllowed ? rules.capPercent : null,
    carriers: top.map(({ id, weight }) => {
      return { person: authorOf(id), weight: Number(weight), isOverCap: weight > cap };
    }),
    carrierCount: carriers.length,
    flows: shown.map(({ delegation: { from, to, percent, row }, weight, isCycle }) => ({
      from: authorOf(from),
      to: authorOf(to),
      percent,
      scope: row.scope,
      madeAt: row.madeAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      weight: Number(weight),
      isCycle,
    })),
    flowCount: flows.length,
  };
}
