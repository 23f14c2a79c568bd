import { inOrderOnwards, waysOf } from "./graph.ts";
import { type Delegation, loopsIn, shareOut } from "./resolve.ts";

/** One person's vote; flows are told in hundredths, so that it can be split. */
export const wholeVote = 100n;

export interface Flow<D extends Delegation> {
  readonly delegation: D;
  /** What goes this way, in hundredths of a vote, with what is passed on. */
  readonly weight: bigint;
  /** It leads back to where it came from, so that nothing arrives. */
  readonly isCycle: boolean;
}

export interface Flows<D extends Delegation> {
  readonly flows: readonly Flow<D>[];
  /** What arrives at people from others, in hundredths of a vote, for those at whom it stays. */
  readonly carried: ReadonlyMap<string, bigint>;
}

/**
 * Where votes go while nobody who delegates votes themselves: each delegation with what it passes on, and those at whom
 * it stays with what they carry for others. For pictures; a decision is counted by `resolveDelegations`, which knows who votes.
 */
export function flowsOf<D extends Delegation>(delegations: readonly D[]): Flows<D> {
  const ways = waysOf(delegations);
  const isLooping = loopsIn(delegations);
  const order = inOrderOnwards(delegations.filter(({ from, to }) => !isLooping(from, to)));
  const ordered = new Set(order);
  const rest = [...ways.keys()].filter((node) => !ordered.has(node));
  const arrived = new Map<string, bigint>();
  const carried = new Map<string, bigint>();
  const flows: Flow<D>[] = [];
  for (const node of [...order, ...rest]) {
    const received = arrived.get(node) ?? 0n;
    const here = ways.get(node);
    if (!here) {
      carried.set(node, received);
      continue;
    }
    const shares = new Map(
      shareOut(received + wholeVote, here).parts.map(({ way, weight }) => [way, weight]),
    );
    for (const delegation of here) {
      const { from, to } = delegation;
      const weight = shares.get(delegation) ?? 0n;
      const isCycle = isLooping(from, to);
      flows.push({ delegation, weight, isCycle });
      if (!isCycle) arrived.set(to, (arrived.get(to) ?? 0n) + weight);
    }
  }
  return { flows, carried };
}
