import {
  type addPosition as contract,
  type Bridges,
  type Position,
  positionAdded,
} from "#shared/contract/claims.ts";
import type { Author } from "#shared/contract/ids.ts";
import { inPassing } from "../blocks/public.ts";
import type { Deps } from "../deps.ts";
import { saysOf } from "../notifications/public.ts";
import type { MemberStanding } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import type { Tx } from "../platform/transact.ts";
import { notifyFollowers } from "../reading/public.ts";
import { positionView } from "./claim-view.ts";
import { mayAddPosition } from "./policy.ts";
import { hasPosition, type NewPosition, savePosition } from "./position-store.ts";
import { lockPlaces } from "./revision-store.ts";
import { type DebateIds, type DebateRow, touchDebate } from "./store.ts";
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

/** Proposes a position, with what it is made out of. */
export async function proposePosition(deps: Deps, call: Proposing, words: Proposed) {
  const { standing, params, once } = call;
  const { debateId } = params;
  return deps.transact(async (tx) => {
    const debate = await debateToWriteIn(tx, call, mayAddPosition);
    await lockPlaces(tx.db, [debateId]);
    refuseDuplicate(await hasPosition(tx.db, params, words));
    const author = authorOf(standing);
    const unlessBlocked = inPassing(standing);
    const placing = { params, id: deps.random.id(), author, debate, unlessBlocked };
    const position = await placePosition(tx, { ...placing, slug: standing.slug }, words);
    const subject = { kind: "position" as const, id: position.id };
    const moderation = await deps.screen(tx, { standing, debateId, subject });
    return moderation ? { ...position, moderation } : position;
  }, once);
}

interface Placing {
  readonly params: DebateIds;
  readonly id: string;
  readonly author: Author;
  readonly debate: DebateRow;
  readonly slug: string;
  readonly unlessBlocked?: ReturnType<typeof inPassing>;
}

type Placed = Omit<Proposed, "bridges"> & Pick<NewPosition, "bridges" | "byPanel">;

/** Places a new position in a debate whose places are locked, and tells who shall know of it. */
export async function placePosition(tx: Tx, placing: Placing, words: Placed): Promise<Position> {
  const { params, id, author, debate, slug, ...besides } = placing;
  const row = { ...params, id, authorId: author.id, ...words };
  const position = positionView(await savePosition(tx.db, row));
  await touchDebate(tx.db, params);
  await tx.record(positionAdded, { ...params, position, authors: [author] });
  await notifyFollowers(tx, {
    ...params,
    ...besides,
    kind: "debates.position-added",
    link: `/c/${slug}/d/${params.debateId}/arguments#position-${id}`,
    data: { ...saysOf(author), title: position.title, question: debate.question },
    besides: [author.id],
  });
  return position;
}
