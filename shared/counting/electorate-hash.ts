import { hashText } from "./lot-order.ts";
import type { Holder } from "./weighting.ts";

/** One who may vote, as frozen when the decision opened. */
export interface FrozenElector {
  readonly id: string;
  readonly role: Holder["role"];
  /** null where the weighting goes by no tokens */
  readonly tokens: bigint | null;
  readonly weight: bigint;
}

/** SHA-256 over a line for each elector, `<id> <weight> <role> <tokens>`, given in the order of ids. */
export function hashElectorate(electors: readonly FrozenElector[]): string {
  const lines = electors.map(
    ({ id, weight, role, tokens }) => `${id} ${weight} ${role} ${tokens ?? "-"}`,
  );
  return hashText(lines.join("\n"));
}
