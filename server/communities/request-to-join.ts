import { uuidv7 } from "uuidv7";
import { z } from "zod";
import type { listRequests, requestToJoin, takeBackRequest } from "#shared/contract/memberships.ts";
import type { Deps } from "../deps.ts";
import { notify, settleNotices } from "../notifications/public.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { requestSubject } from "./admission.ts";
import type { CommunityRow } from "./community-store.ts";
import {
  endRequest,
  findRequest,
  findWaiting,
  insertRequest,
  listWaiting,
  wasDeclinedLately,
} from "./entry-store.ts";
import { accountName, allActive } from "./member-store.ts";
import { outsideOf } from "./outsider.ts";
import { mayAskToJoin, type Outsider } from "./policy.ts";

/** Asks the moderators to be let in; asking again while one waits changes nothing. */
export function askToJoin(
  { transact }: Deps,
  { actor, params, body, once }: Call<typeof requestToJoin>,
) {
  const comer = { communityId: params.communityId, accountId: actor.accountId };
  return transact(async (tx) => {
    const { community, ...outsider } = await outsideOf(tx, comer);
    refuseWhoMayNotAsk(outsider);
    const waiting = await findWaiting(tx.db, comer.communityId, comer.accountId);
    if (waiting) return { id: waiting.id };
    if (await wasDeclinedLately(tx.db, comer.communityId, comer.accountId)) {
      throw new Refusal("too-many-requests", because("declined-lately"));
    }
    const id = uuidv7();
    await insertRequest(tx.db, { ...comer, id, message: body.message, status: "waiting" });
    await tellModerators(tx, community, { id, accountId: comer.accountId });
    return { id };
  }, once);
}

function refuseWhoMayNotAsk(outsider: Outsider): void {
  if (mayAskToJoin(outsider)) return;
  if (outsider.joinPolicy === "by-invitation") throw new Refusal("invitation-required");
  throw new Refusal("not-allowed", because("join-at-once"));
}

async function tellModerators(
  tx: Tx,
  { id: communityId, slug }: CommunityRow,
  request: { readonly id: string; readonly accountId: string },
): Promise<void> {
  const moderators = await allActive(tx.db, communityId, ["owner", "moderator"]);
  const name = (await accountName(tx.db, request.accountId)) ?? "";
  await notify(tx, {
    communityId,
    participantIds: moderators.map(({ participantId }) => participantId),
    kind: "communities.request-waiting",
    link: `/c/${slug}/members`,
    data: { name },
    subject: requestSubject(request.id),
  });
}

/** Takes back one's own request; done once is done. */
export async function takeBack(
  { transact }: Deps,
  { actor, params, once }: Call<typeof takeBackRequest>,
): Promise<undefined> {
  const { communityId, requestId } = params;
  await transact(async (tx) => {
    const request = await findRequest(tx.db, communityId, requestId);
    if (request?.accountId !== actor.accountId) throw new Refusal("not-found");
    if (request.status !== "waiting") return;
    await endRequest(tx.db, request, { status: "taken-back", decidedBy: null });
    await settleNotices(tx, { communityId, subject: requestSubject(request.id) });
  }, once);
}

const Place = z.tuple([z.uuid()]);

export async function showRequests({ db }: Deps, { params, query }: Call<typeof listRequests>) {
  const { limit } = query;
  const after = readCursor(Place, query.after)?.[0] ?? null;
  const rows = await listWaiting(db, params.communityId, { after, limit: limit + 1 });
  return toPage(rows, limit, {
    view: ({ request: { id, message, createdAt }, name }) => ({
      id,
      message,
      name,
      createdAt: createdAt.toISOString(),
    }),
    place: ({ request }) => [request.id],
  });
}
