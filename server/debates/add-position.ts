import { type addPosition as contract, positionAdded } from "#shared/contract/claims.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { positionView } from "./claim-view.ts";
import { mayAddPosition } from "./policy.ts";
import { hasPosition, savePosition } from "./position-store.ts";
import { lockPlaces } from "./revision-store.ts";
import { touchDebate } from "./store.ts";
import { authorOf, debateToWriteIn, refuseDuplicate } from "./writing.ts";

/** Proposes an answer to the question. */
export async function addPosition(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, body, once } = call;
  const { communityId, debateId } = params;
  const author = authorOf(standing);
  return deps.transact(async (tx) => {
    await debateToWriteIn(tx, call, mayAddPosition);
    await lockPlaces(tx.db, [debateId]);
    refuseDuplicate(await hasPosition(tx.db, params, body));
    const row = { communityId, debateId, id: deps.random.id(), authorId: author.id, ...body };
    const position = positionView(await savePosition(tx.db, row));
    await touchDebate(tx.db, params);
    await tx.record(positionAdded, { communityId, debateId, position, authors: [author] });
    return position;
  }, once);
}
