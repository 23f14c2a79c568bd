import type { DelegationChoice, GivenDelegation } from "#shared/contract/delegations.ts";
import type { Author } from "#shared/contract/ids.ts";
import type { Db } from "#db/client.ts";
import { type DelegationRow, peopleOf } from "./store.ts";
import type { Named } from "./subjects.ts";

/** Finds people by id, whoever they are by now. */
export async function authorsOf(
  db: Db,
  communityId: string,
  ids: Iterable<string>,
): Promise<(id: string) => Author> {
  const people = await peopleOf(db, communityId, ids);
  const known = new Map(people.map((person) => [person.id, person]));
  return (id) => known.get(id) ?? { id, name: "", kind: "former" };
}

interface Around {
  readonly named: Named;
  readonly version: number;
  readonly circle: readonly string[];
  readonly authorOf: (id: string) => Author;
}

/** Who votes for somebody in one scope, as its owner sees it. */
export function choiceView(rows: readonly DelegationRow[], around: Around): DelegationChoice {
  const { named, version, circle, authorOf } = around;
  return {
    subject: named.subject,
    version,
    delegates: rows.map((row): GivenDelegation => {
      const { id, percent, madeAt, expiresAt } = row;
      return {
        id,
        to: authorOf(row.toId),
        percent,
        madeAt: madeAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      };
    }),
    cycle: circle.map(authorOf),
  };
}
