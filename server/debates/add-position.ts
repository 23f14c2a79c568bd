import {
  type addPosition as contract,
  type Bridges,
  positionAdded,
} from "#shared/contract/claims.ts";
import { inPassing } from "../blocks/public.ts";
import type { Deps } from "../deps.ts";
import { saysOf } from "../notifications/public.ts";
import type { MemberStanding } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { notifyFollowers } from "../reading/public.ts";
import { positionView } from "./claim-view.ts";
import { mayAddPosition } from "./policy.ts";
import { hasPosition, savePosition } from "./position-store.ts";
import { lockPlaces } from "./revision-store.ts";
import { type DebateIds, touchDebate } from "./store.ts";
import { authorOf, debateToWriteIn, refuseDuplicate } from "./writing.ts";

/** Proposes an answer to the question. */
export async function addPosition(deps: Deps, call: Call<typeof contract>) {
  return proposePosition(deps, call, { ...call.body, bridges: null });
}

type Proposing = Pick<Call<typeof contract>, "once"> & {
  readonly standing: MemberStanding;
  readonly params: DebateIds;
};

interface Proposed {
  readonly title: string;
  readonly text: string;
  /** what it is made out of, where it is made out of statements */
  readonly bridges: Bridges | null;
}

/** Places a new position in a debate, and tells who shall know of it. */
export async function proposePosition(deps: Deps, call: Proposing, words: Proposed) {
  const { standing, params, once } = call;
  const { communityId, debateId } = params;
  const author = authorOf(standing);
  return deps.transact(async (tx) => {
    const debate = await debateToWriteIn(tx, call, mayAddPosition);
    await lockPlaces(tx.db, [debateId]);
    refuseDuplicate(await hasPosition(tx.db, params, words));
    const row = { communityId, debateId, id: deps.random.id(), authorId: author.id, ...words };
    const position = positionView(await savePosition(tx.db, row));
    await touchDebate(tx.db, params);
    await tx.record(positionAdded, { communityId, debateId, position, authors: [author] });
    await notifyFollowers(tx, {
      communityId,
      debateId,
      kind: "debates.position-added",
      link: `/c/${standing.slug}/d/${debateId}/arguments#position-${position.id}`,
      data: { ...saysOf(author), title: position.title, question: debate.question },
      besides: [author.id],
      unlessBlocked: inPassing(standing),
    });
    const subject = { kind: "position" as const, id: position.id };
    const moderation = await deps.screen(tx, { standing, debateId, subject });
    return moderation ? { ...position, moderation } : position;
  }, once);
}
