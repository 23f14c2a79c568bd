import type { DeclaredGroups } from "#shared/contract/representation.ts";
import type { Db } from "#db/client.ts";
import { isMember, type Standing } from "../platform/actor.ts";
import { mayDeclare, mayDefine } from "./policy.ts";
import { answersOf, attributesOf, consentOf } from "./store.ts";

/** What members may say about themselves; with what the reader said, and nobody else. */
export async function viewGroups(db: Db, standing: Standing): Promise<DeclaredGroups> {
  const { communityId } = standing;
  const { consent, version } = await consentOf(db, communityId);
  const attributes = await attributesOf(db, communityId);
  return {
    attributes: attributes.map(({ values, ...attribute }) => ({
      ...attribute,
      values: [...values],
    })),
    consent,
    version,
    mine: isMember(standing) ? await answersOf(db, standing) : null,
    can: { define: mayDefine(standing), declare: mayDeclare(standing) && attributes.length > 0 },
  };
}
