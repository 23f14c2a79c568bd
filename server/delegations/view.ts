import type { DelegationChoice, GivenDelegation } from "#shared/contract/delegations.ts";
import type { Author } from "#shared/contract/ids.ts";
import type { Db } from "#db/client.ts";
import { namesOf } from "../platform/names-store.ts";
import type { DelegationRow } from "./store.ts";
import type { Named } from "./subjects.ts";

/** Finds people by id, whoever they are by now. */
export async function authorsOf(
  db: Db,
  communityId: string,
  ids: Iterable<string>,
): Promise<(id: string) => Author> {
  const known = await namesOf(db, communityId, [...ids]);
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
