import { and, asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships, participants } from "#db/schema/communities.ts";
import { curated } from "#db/schema/curation.ts";
import type { Author } from "#shared/contract/ids.ts";
import type { DebateIds } from "./store.ts";

/** Who was named to facilitate a debate, and is a member still. */
export async function namedFacilitators(
  db: Db,
  { communityId, debateId }: DebateIds,
): Promise<Author[]> {
  return db
    .select({ id: participants.id, name: participants.name, kind: participants.kind })
    .from(curated)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, curated.communityId),
        eq(participants.id, curated.subjectId),
      ),
    )
    .innerJoin(
      memberships,
      and(
        eq(memberships.communityId, curated.communityId),
        eq(memberships.participantId, curated.subjectId),
        eq(memberships.status, "active"),
      ),
    )
    .where(
      and(
        eq(curated.communityId, communityId),
        eq(curated.debateId, debateId),
        eq(curated.kind, "facilitator"),
      ),
    )
    .orderBy(asc(curated.createdAt), asc(curated.subjectId));
}

/** A debate with those who facilitate it by name. */
export async function withFacilitators<D extends DebateIdsOf>(
  db: Db,
  debate: D,
): Promise<D & { readonly facilitatorIds: ReadonlySet<string> }> {
  const { communityId, id: debateId } = debate;
  const named = await namedFacilitators(db, { communityId, debateId });
  return { ...debate, facilitatorIds: new Set(named.map(({ id }) => id)) };
}

interface DebateIdsOf {
  readonly communityId: string;
  readonly id: string;
}
