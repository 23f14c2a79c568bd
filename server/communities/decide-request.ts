import type { decideRequest } from "#shared/contract/memberships.ts";
import type { Deps } from "../deps.ts";
import { notify, settleNotices } from "../notifications/public.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { actingIn } from "./acting.ts";
import { carryVisitsTo } from "../visitors/public.ts";
import { admit, requestSubject } from "./admission.ts";
import { endRequest, findRequest } from "./entry-store.ts";

/** Lets in who asked, or does not; the one who asked is told. Decided once is decided. */
export async function decideOnRequest(
  deps: Deps,
  { actor, params, body, once }: Call<typeof decideRequest>,
): Promise<undefined> {
  const { communityId, requestId } = params;
  const { decision } = body;
  await deps.transact(async (tx) => {
    const { community, me } = await actingIn(tx, {
      communityId,
      accountId: actor.accountId,
      least: "moderator",
    });
    const request = await findRequest(tx.db, communityId, requestId);
    if (!request) throw new Refusal("not-found");
    if (request.status === decision) return;
    if (request.status !== "waiting") {
      throw new Refusal("stale-version", because("request-ended", { status: request.status }));
    }
    await endRequest(tx.db, request, { status: decision, decidedBy: me.participantId });
    await settleNotices(tx, { communityId, subject: requestSubject(request.id) });
    if (decision === "accepted") {
      const member = await admit(tx, { communityId, accountId: request.accountId });
      await carryVisitsTo(deps, tx, member);
    }
    await notify(tx, {
      communityId,
      accountIds: [request.accountId],
      kind: `communities.request-${decision}`,
      link: `/c/${community.slug}`,
      data: { community: community.name },
    });
    tx.afterCommit(deps.forgetStandings);
  }, once);
}
