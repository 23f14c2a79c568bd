import { uuidv7 } from "uuidv7";
import {
  type Community,
  type createCommunity,
  reservedSlugs,
} from "#shared/contract/communities.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { admit } from "./admission.ts";
import { insertVersions } from "./charter-store.ts";
import { type CommunityRow, insertCommunity, type Settings } from "./community-store.ts";
import { communityView } from "./views.ts";

export interface Foundation extends Settings {
  readonly slug: string;
  readonly rules: readonly { readonly title: string; readonly text: string }[];
  /** The founder, who is the first owner, and the name they have here. */
  readonly accountId: string;
  readonly founderName?: string | undefined;
}

const unusable = because("slug-unusable");

/** Makes a community with its founder and first rules. */
export async function foundCommunity(tx: Tx, foundation: Foundation): Promise<CommunityRow> {
  const { rules, accountId, founderName, ...settings } = foundation;
  if (reservedSlugs.has(settings.slug)) refuseField("slug-taken", "slug", unusable);
  const community = await insertCommunity(tx.db, { ...settings, id: uuidv7() });
  if (!community) refuseField("slug-taken", "slug", unusable);
  const communityId = community.id;
  const founder = await admit(tx, { communityId, accountId, name: founderName, role: "owner" });
  const actor = founder.participantId;
  const { isPrivate, joinPolicy } = community;
  await tx.act({
    communityId,
    actor,
    kind: "community.created",
    subject: communityId,
    payload: { isPrivate, joinPolicy },
  });
  const numbered = rules.map((rule, index) => ({ ...rule, number: index + 1 }));
  await insertVersions(
    tx.db,
    numbered.map((rule) => ({ ...rule, communityId, authorId: actor })),
  );
  for (const { number, title, text } of numbered) {
    await tx.act({
      communityId,
      actor,
      kind: "charter.rule-added",
      subject: `charter/${number}`,
      payload: { number, version: 1 },
      words: { title, text },
    });
  }
  return community;
}

export function createNewCommunity(
  { transact }: Deps,
  { actor, body, once }: Call<typeof createCommunity>,
): Promise<Community> {
  const { myName, ...foundation } = body;
  const { accountId } = actor;
  return transact(async (tx) => {
    const community = await foundCommunity(tx, { ...foundation, accountId, founderName: myName });
    return communityView(tx.db, community, actor);
  }, once);
}
