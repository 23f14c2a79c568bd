import {
  type Arrangement,
  type ClaimState,
  type Place,
  placeOf,
} from "#shared/argument/arrangement.ts";
import type { Author } from "#shared/contract/ids.ts";
import {
  daysToUndo,
  type Rearranged,
  type undoStructureChange as contract,
} from "#shared/contract/structure.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal } from "../../platform/problem.ts";
import type { Tx } from "../../platform/transact.ts";
import type { ClaimRow } from "../claim-store.ts";
import { mayUndo } from "../policy.ts";
import type { RatingNews } from "../rating-news.ts";
import { authorOf } from "../writing.ts";
import { beginArranging, checkSound, inverseArrangement, type Scene, takeBack } from "./arrange.ts";
import {
  type ChangeRow,
  claimsById,
  claimsOfEvidence,
  findChange,
  markUndone,
} from "./structure-store.ts";
import { tellSums } from "./tell-sums.ts";

const day = 86_400_000;

/** Whether it is not too late to take a change back. */
export const isUndoable = ({ undoneAt, createdAt }: ChangeRow, now: Date): boolean =>
  undoneAt === null && now.getTime() - createdAt.getTime() <= daysToUndo * day;

/** Takes a change of where claims stand back, where nothing that it touched has changed since. */
export async function undoChange(deps: Deps, call: Call<typeof contract>, news: RatingNews) {
  const { standing, params, once } = call;
  const done = await deps.transact(async (tx) => {
    const scene = await beginArranging(tx, call);
    const row = await findChange(tx.db, params);
    if (!row) throw new Refusal("not-found");
    if (!mayUndo(standing, scene.debate, row)) {
      throw new Refusal("not-allowed", because("placers-only"));
    }
    if (row.undoneAt === null && !isUndoable(row, deps.clock())) {
      throw new Refusal("changed-since", because("undo-too-late", { days: daysToUndo }));
    }
    return undo(tx, { by: authorOf(standing), row, scene });
  }, once);
  tellSums(news, params, done);
  return done;
}

interface Undoing {
  /** Null where a jury does. */
  readonly by: Author | null;
  readonly row: ChangeRow;
  readonly scene: Pick<Scene, "edges">;
}

/** Takes a change back; refused where more has changed since. */
export async function undo(tx: Tx, { by, row, scene }: Undoing): Promise<Rearranged> {
  if (row.undoneAt !== null) throw new Refusal("changed-since", because("undone-already"));
  const back = inverseArrangement(row.arrangement);
  await checkUnchanged(tx, row, { back, scene });
  const ids = { ...row, changeId: row.id };
  const undone = await markUndone(tx.db, ids, by?.id ?? null);
  return takeBack(tx, by, { row: undone, arrangement: back });
}

/** Refuses a change where things are not as it found them, or would not be sound after it. */
export async function checkUnchanged(
  tx: Tx,
  row: ChangeRow,
  { back, scene }: { readonly back: Arrangement; readonly scene: Pick<Scene, "edges"> },
): Promise<void> {
  const places = new Map(scene.edges.map((edge) => [edge.id, placeOf(edge)]));
  if (!(await isUnchanged(tx, row, { back, places }))) throw new Refusal("changed-since");
  checkSound(scene, back.edges);
}

/** Whether all that a change did is still as it left it. */
async function isUnchanged(
  tx: Tx,
  { communityId }: ChangeRow,
  { back, places }: { readonly back: Arrangement; readonly places: ReadonlyMap<string, Place> },
): Promise<boolean> {
  const [claims, sources] = await Promise.all([
    claimsById(tx.db, { communityId, ids: back.claims.map(({ id }) => id) }),
    claimsOfEvidence(tx.db, { communityId, ids: back.evidence.map(({ id }) => id) }),
  ]);
  const rows = new Map(claims.map((claim) => [claim.id, claim]));
  return (
    back.edges.every(({ id, before }) => isSamePlace(places.get(id) ?? null, before)) &&
    back.claims.every(({ id, before }) => isAsBefore(rows.get(id), before)) &&
    back.evidence.every(({ id, before }) => sources.get(id) === before)
  );
}

function isSamePlace(now: Place | null, then: Place | null): boolean {
  if (now === null || then === null) return now === then;
  return now.claimId === then.claimId && now.targetId === then.targetId && now.side === then.side;
}

function isAsBefore(claim: ClaimRow | undefined, state: ClaimState): boolean {
  if (!claim) return false;
  const now = { ...claim, archivedAt: claim.archivedAt?.toISOString() ?? null };
  return (Object.keys(state) as (keyof ClaimState)[]).every((key) => now[key] === state[key]);
}
