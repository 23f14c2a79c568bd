import { z } from "zod";
import type {
  listBalances as balancesContract,
  listSnapshots as listContract,
  readSnapshot as readContract,
} from "#shared/contract/holdings.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { mayMakeSnapshot } from "./policy.ts";
import {
  balancesOf,
  findSnapshot,
  type SnapshotIds,
  snapshotsOf,
  tokensOfMembers,
} from "./store.ts";
import { balanceView, snapshotView } from "./view.ts";

const Moment = z.tuple([z.iso.datetime(), z.uuid()]);
const Place = z.tuple([z.int().min(0).max(1_000_000)]);

export async function listSnapshots({ db }: Deps, { standing, query }: Call<typeof listContract>) {
  const { limit } = query;
  const cursor = readCursor(Moment, query.after);
  const after = cursor && { at: new Date(cursor[0]), id: cursor[1] };
  const { communityId } = standing;
  const page = toPage(await snapshotsOf(db, communityId, { after, limit: limit + 1 }), limit, {
    view: snapshotView,
    place: ({ snapshot }) => [snapshot.createdAt.toISOString(), snapshot.id],
  });
  return { ...page, can: { make: mayMakeSnapshot(standing) } };
}

/** The snapshot; refused where this community has none with this id. */
export async function snapshotIn(db: Db, ids: SnapshotIds) {
  const found = await findSnapshot(db, ids);
  if (!found) throw new Refusal("not-found");
  return found;
}

/** One snapshot, with how much of it members hold by now, by their names and by the addresses they have proven. */
export async function readSnapshot({ db }: Deps, { standing, params }: Call<typeof readContract>) {
  const snapshot = snapshotView(await snapshotIn(db, params));
  const tokens = await tokensOfMembers(db, params);
  const held = [...tokens.values()].filter((amount) => amount > 0n);
  const { participantId } = standing;
  return {
    snapshot,
    here: {
      members: held.length,
      tokens: held.reduce((sum, amount) => sum + amount, 0n).toString(),
    },
    mine: participantId === null ? null : (tokens.get(participantId) ?? 0n).toString(),
  };
}

export async function listBalances({ db }: Deps, { params, query }: Call<typeof balancesContract>) {
  await snapshotIn(db, params);
  const { limit } = query;
  const [after = 0] = readCursor(Place, query.after) ?? [];
  return toPage(await balancesOf(db, params, { after, limit: limit + 1 }), limit, {
    view: balanceView,
    place: ({ balance }) => [balance.place],
  });
}
