import { hashText } from "./lot-order.ts";

/*
 * Who of an electorate is in which opinion group is frozen when a decision opens, and told only of those who vote. So each
 * elector's group is sealed by a hash with a salt of its own (a commitment: hiding while the salt is kept, binding ever
 * after), and one hash over all seals is told at opening.
 */

export interface OpenSeal {
  /** null for none */
  readonly group: number | null;
  readonly salt: string;
}

/** The SHA-256 of `<id> <group, or -> <salt>`. */
export const sealGroup = (id: string, { group, salt }: OpenSeal): string =>
  hashText(`${id} ${group ?? "-"} ${salt}`);

/** The SHA-256 over a line for each seal, given in the order of electors' ids. */
export const hashSeals = (seals: readonly string[]): string => hashText(seals.join("\n"));
