import { inOrderOnwards, waysOf, withoutClosingEdges, type Edge } from "../delegation/graph.ts";
import { shareOut } from "../delegation/resolve.ts";
import { NotApplicable } from "./finding.ts";

/** A part of what somebody has and receives goes to another; a part to oneself is kept. */
interface Part extends Edge {
  readonly percent: number;
}

interface Power {
  readonly voting: bigint;
  readonly incoming: bigint;
  readonly outgoing: bigint;
}

function checkPercents(parts: readonly Part[]): void {
  const sums = new Map<string, number>();
  for (const { from, percent } of parts) sums.set(from, (sums.get(from) ?? 0) + percent);
  const isWhole = parts.every(({ percent }) => Number.isInteger(percent) && percent >= 0);
  if (!isWhole || [...sums.values()].some((sum) => sum > 100)) {
    throw new NotApplicable("parts of one person are whole per cent and come to 100 at most");
  }
}

/** Power after all parts went on as decisions share them out: in whole units, none made or lost. */
export function splitPower(
  tokens: ReadonlyMap<string, bigint>,
  inOrder: readonly Part[],
): Map<string, Power> {
  checkPercents(inOrder);
  const parts = withoutClosingEdges(inOrder).filter(({ from, to }) => from !== to);
  const ways = waysOf(parts.map((part) => ({ ...part, madeAt: "" })));
  const named = inOrder.flatMap(({ from, to }) => [from, to]);
  const incoming = new Map<string, bigint>();
  const result = new Map<string, Power>();
  // Whoever is on none of the parts has no place in their order, and may come last.
  for (const holder of new Set([...inOrderOnwards(parts), ...tokens.keys(), ...named])) {
    const received = incoming.get(holder) ?? 0n;
    const power = (tokens.get(holder) ?? 0n) + received;
    const shared = shareOut(power, ways.get(holder) ?? []);
    for (const { way, weight } of shared.parts) {
      incoming.set(way.to, (incoming.get(way.to) ?? 0n) + weight);
    }
    const outgoing = power - shared.kept;
    result.set(holder, { voting: shared.kept, incoming: received, outgoing });
  }
  return result;
}
