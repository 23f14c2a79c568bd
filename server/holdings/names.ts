import type { Db } from "#db/client.ts";
import { grouped } from "#shared/argument-sources/argument.ts";
import type { Balance } from "#shared/holdings/balance-table.ts";
import { activeMembers } from "../communities/public.ts";

/** Whom the names in a table mean. */
export interface Named {
  /** The one member with exactly this name. */
  readonly meant: ReadonlyMap<string, string>;
  readonly ambiguous: readonly string[];
  readonly unknown: readonly string[];
}

/** Finds who is meant by name: a member whose name is exactly that, and nobody where two have it. */
export async function whoIsNamed(
  db: Db,
  communityId: string,
  balances: readonly Balance[],
): Promise<Named> {
  const names = balances.flatMap((one) => (one.kind === "name" ? [one.name] : []));
  if (names.length === 0) return { meant: new Map(), ambiguous: [], unknown: [] };
  const members = grouped(await activeMembers(db, communityId), ({ name }) => name);
  const meant = new Map<string, string>();
  const [ambiguous, unknown]: [string[], string[]] = [[], []];
  for (const name of names) {
    const [first, second] = members.get(name) ?? [];
    if (second) ambiguous.push(name);
    else if (first) meant.set(name, first.participantId);
    else unknown.push(name);
  }
  return { meant, ambiguous, unknown };
}
