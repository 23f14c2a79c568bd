import { queueChanged } from "#shared/contract/moderation.ts";
import { notify, settleNotices } from "../notifications/public.ts";
import type { Tx } from "../platform/transact.ts";
import { rulesCited } from "./action-store.ts";
import type { FlagRow } from "./flag-store.ts";
import type { ItemRow } from "./item-store.ts";
import { slugOf } from "../communities/public.ts";
import { type ActionRow, moderatorsOf, ownersOf } from "./store.ts";

const subjectOf = ({ id }: { readonly id: string }) => `moderation-item ${id}`;

/** Tells those who see the queue that an item has changed; nobody of their own case. */
export async function tellQueue(tx: Tx, item: ItemRow): Promise<void> {
  const { communityId, id: itemId, authorId } = item;
  const moderators = await moderatorsOf(tx.db, item);
  const others = moderators.filter(({ participantId }) => participantId !== authorId);
  await tx.recordAll(
    queueChanged,
    others.map(({ accountId }) => ({ accountId, communityId, itemId })),
  );
}

/** Asks the moderators to look at something; not whom it is about, nor who brought it up. */
export async function askModerators(
  tx: Tx,
  item: ItemRow,
  besides: string | null = null,
): Promise<void> {
  const { communityId, id, authorId, work } = item;
  const moderators = await moderatorsOf(tx.db, item);
  const participantIds = moderators
    .map(({ participantId }) => participantId)
    .filter((who) => who !== authorId && who !== besides);
  await notify(tx, {
    communityId,
    participantIds,
    kind: "moderation.item-waiting",
    link: `/c/${await slugOf(tx.db, communityId)}/moderation?item=${id}`,
    data: { context: work },
    subject: subjectOf(item),
  });
}

/** Tells the owners that nobody has decided in time about what may be illegal; not of their own case. */
export async function tellOwners(tx: Tx, item: ItemRow): Promise<void> {
  const { communityId, id, authorId } = item;
  const owners = await ownersOf(tx.db, communityId);
  await notify(tx, {
    communityId,
    participantIds: owners.filter((who) => who !== authorId),
    kind: "moderation.overdue",
    link: `/c/${await slugOf(tx.db, communityId)}/moderation?item=${id}`,
    data: {},
    subject: subjectOf(item),
  });
}

/** Nobody needs to look at it any more. */
export async function settleItem(tx: Tx, item: ItemRow): Promise<void> {
  await settleNotices(tx, { communityId: item.communityId, subject: subjectOf(item) });
}

type About = "acted" | "undone" | "ended" | "restored";

/** Tells whom an action concerns of it: what, under which rule, in which office; the rest is on its page. */
export async function tellAuthor(tx: Tx, action: ActionRow, about: About): Promise<void> {
  const { communityId, authorId, id, kind, role, ruleNumber } = action;
  if (authorId === null) return;
  const ruleOf = await rulesCited(tx.db, communityId, [action]);
  await notify(tx, {
    communityId,
    participantIds: [authorId],
    kind: `moderation.${about}`,
    link: `/c/${await slugOf(tx.db, communityId)}/moderation/actions/${id}`,
    data: {
      context: kind,
      role,
      rule: String(ruleNumber ?? ""),
      title: ruleOf(action)?.title ?? "",
    },
    subject: `moderation-action ${id}`,
  });
}

/** Tells those who flagged something what became of it. */
export async function tellFlaggers(tx: Tx, flags: readonly FlagRow[]): Promise<void> {
  const [first] = flags;
  if (!first || first.outcome === "open") return;
  const { communityId, outcome } = first;
  await notify(tx, {
    communityId,
    participantIds: flags.map(({ participantId }) => participantId),
    kind: "moderation.flag-decided",
    link: `/c/${await slugOf(tx.db, communityId)}/moderation/flags`,
    data: { context: outcome },
  });
}
