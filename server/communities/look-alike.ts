import type { Db } from "#db/client.ts";
import { skeleton } from "#shared/names/skeleton.ts";
import { nameFault } from "#shared/names/rule.ts";
import { because, refuseField } from "../platform/problem.ts";
import { allActive } from "./member-store.ts";

interface Named {
  readonly communityId: string;
  readonly participantId: string;
  readonly name: string;
}

/**
 * Nobody comes in under a name that passes for another member's, or that breaks the rule of names, as accounts' names of
 * before it may. The community must be locked: of two who take such names at once, the second is refused.
 */
export async function refuseLookAlike(
  db: Db,
  { communityId, participantId, name }: Named,
): Promise<void> {
  const fault = nameFault(name.normalize("NFC"));
  if (fault) refuseField("name-unfit", "name", because(fault));
  const members = await allActive(db, communityId);
  const bones = skeleton(name);
  const other = members.find(
    (member) =>
      member.participantId !== participantId &&
      member.name !== name &&
      skeleton(member.name) === bones,
  );
  if (other) refuseField("name-unfit", "name", because("name-alike", { other: other.name }));
}
