import { delegationsFor } from "#shared/delegation/scope.ts";
import type { Delegation } from "#shared/delegation/resolve.ts";
import type { Db } from "#db/client.ts";
import { type DelegationRow, standingFor, type Subject } from "./store.ts";

export interface Subjects {
  readonly communityId: string;
  readonly debateId: string;
  readonly topic: string;
  /** When they must stand. */
  readonly at: Date;
}

export type InForce = Delegation & { readonly row: DelegationRow };

/** Rows of the narrowest scopes, as the counting knows delegations. */
export function narrowest(
  rows: readonly DelegationRow[],
  subject: { readonly debateId: string; readonly topic: string },
): InForce[] {
  const scoped = rows.map((row) => {
    const { fromId: from, toId: to, percent, scope, about } = row;
    return { from, to, percent, scope, about, madeAt: row.madeAt.toISOString(), row };
  });
  return delegationsFor(scoped, subject).map(({ from, to, percent, madeAt, row }) => {
    return { from, to, percent, madeAt, row };
  });
}

/**
 * Who delegates to whom in a debate at a moment: of each member the choice for the debate, else for its topic, else for
 * the community, as far as it is neither revoked nor over and both are members.
 */
export async function delegationsInForce(
  db: Db,
  { communityId, debateId, topic, at }: Subjects,
): Promise<InForce[]> {
  const subjects: Subject[] = [
    { scope: "debate", about: debateId },
    { scope: "topic", about: topic },
    { scope: "community", about: null },
  ];
  const rows = await standingFor(db, { communityId, at }, subjects);
  return narrowest(rows, { debateId, topic });
}
