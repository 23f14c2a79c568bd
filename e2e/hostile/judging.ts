import { addClaim } from "#shared/contract/claims.ts";
import { addComment } from "#shared/contract/comments.ts";
import { readCommunity } from "#shared/contract/communities.ts";
import { saveSummary, tagClaim } from "#shared/contract/curation.ts";
import { addDefinition } from "#shared/contract/definitions.ts";
import { setDelegations } from "#shared/contract/delegations.ts";
import { addDisputeStatement, openDispute } from "#shared/contract/disputes.ts";
import { flagContent } from "#shared/contract/flags.ts";
import { moderate } from "#shared/contract/moderation.ts";
import { changeBio } from "#shared/contract/profiles.ts";
import { addTopic } from "#shared/contract/topics.ts";
import type { Caller } from "../people.ts";
import { ask } from "../scenes.ts";
import { type HostileWorld, paragraphs, type Words } from "./world.ts";

/** Those between whom it goes: one moderates, one is moderated and appeals, one reports and complains. */
export interface Parties {
  readonly owner: Caller;
  readonly author: Caller;
  readonly other: Caller;
}

const idIn = async (person: Caller, communityId: string) => {
  const { me } = await person.call(readCommunity, { params: { communityId } });
  return me?.participantId ?? "";
};

/** Says hostile things wherever people describe, report, judge and trust each other; gives the pages that show it. */
export async function judge(
  { owner, author, other }: Parties,
  { community }: HostileWorld,
  { short, long }: Words,
): Promise<readonly string[]> {
  const { id: communityId, slug } = community;
  const params = { communityId };
  const { params: at, positions, path } = await ask(owner, community, { phase: "deliberation" });
  const text = (limit: number) => paragraphs([...short, ...long], limit);
  const [word = "", next = ""] = short;
  const evidence = [{ title: word, url: "https://example.org/" }];

  const target = { kind: "position", id: positions[0]?.id ?? "" } as const;
  const body = { target, side: "pro", text: `Judge of ${word}` } as const;
  const { claim } = await author.call(addClaim, { params: at, body });
  const here = { ...at, claimId: claim.id };
  await author.call(addComment, { params: here, body: { text: text(900) } });
  await author.call(addDefinition, { params: at, body: { term: next.slice(0, 30), text: word } });
  await owner.call(tagClaim, { params: here, body: { tags: [word.slice(0, 20)] } });
  await owner.call(saveSummary, { params: at, body: { version: 0, text: text(10_000) } });
  await owner.call(addTopic, { params, body: { name: word.slice(0, 40), description: text(290) } });
  const bio = { bio: text(500) };
  for (const one of [author, other]) await one.call(changeBio, { params, body: bio });

  const ownerId = await idIn(owner, communityId);
  await author.call(setDelegations, {
    params,
    body: { scope: "community", delegates: [{ to: ownerId, percent: 100 }], version: 0 },
  });

  const about = { subject: { kind: "claim" as const, id: claim.id }, rule: 1 };
  await other.call(flagContent, { params, body: { ...about, note: text(500) } });
  const deed = { ...about, kind: "hide" as const, reason: text(1_000) };
  const { id: actionId } = await owner.call(moderate, { params, body: deed });
  const appeal = { kind: "action" as const, actionId, grounds: text(4_000), evidence };
  const { id: appealId } = await author.call(openDispute, { params, body: appeal });
  const conflict = {
    kind: "conflict" as const,
    respondentId: ownerId,
    grounds: text(4_000),
    remedy: text(1_500),
    evidence,
  };
  const { id: conflictId } = await other.call(openDispute, { params, body: conflict });
  const statement = { text: text(4_000), evidence };
  await author.call(addDisputeStatement, {
    params: { ...params, disputeId: appealId },
    body: statement,
  });

  const home = `/c/${slug}`;
  const authorId = await idIn(author, communityId);
  const pages = [
    "moderation",
    "moderation/accountability",
    `moderation/actions/${actionId}`,
    "disputes",
    `disputes/${appealId}`,
    `disputes/${conflictId}`,
    "jury",
    "power",
    "ledger",
    "delegations",
    "charter",
    "topics",
    `people/${authorId}`,
  ].map((page) => `${home}/${page}`);
  const own = ["/notifications", "/jury-duties", "/bookmarks"];
  return [...pages, `${path}/arguments`, `${path}/activity`, ...own];
}
