import type { Standing } from "../platform/actor.ts";

/** Owners choose who watches over their community's ledger. */
export function mayListWitnesses({ role }: Pick<Standing, "role">): boolean {
  return role === "owner";
}
