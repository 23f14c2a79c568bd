import type { StructureChange } from "#shared/contract/structure.ts";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Tx } from "../../platform/transact.ts";
import { edgesOf } from "../outline-store.ts";
import { type DebateIds, lockDebate } from "../store.ts";
import { ratingNewsAt } from "../rating-news.ts";
import { arrangeAnew } from "./arrange.ts";
import { merge, type Merging } from "./merge-claims.ts";
import { move, type Moving } from "./move-claim.ts";
import { split, type Splitting } from "./split-claim.ts";
import { findChange } from "./structure-store.ts";
import { tellSums } from "./tell-sums.ts";
import { checkUnchanged, undo } from "./undo-change.ts";

/** A change of where a claim stands, as those who curate make it. */
export type Rearranging =
  | ({ readonly kind: "move" } & Moving)
  | ({ readonly kind: "merge" } & Merging)
  | ({ readonly kind: "split" } & Splitting);

/** Makes a change in the transaction of a moderator's action; gives it, to be taken back by its id. */
export async function rearrange(deps: Deps, tx: Tx, asked: Rearranging): Promise<StructureChange> {
  const done = await make(deps, tx, asked);
  tx.afterCommit(() => tellSums(ratingNewsAt(deps), asked.params, done));
  return done.change;
}

function make(deps: Deps, tx: Tx, asked: Rearranging) {
  if (asked.kind === "move") return move(deps, tx, asked);
  if (asked.kind === "merge") return merge(deps, tx, asked);
  return split(deps, tx, asked);
}

interface Made extends DebateIds {
  readonly changeId: string;
  /** Null where a jury decides. */
  readonly byId: string | null;
}

/** Takes a change back, in whatever phase the debate is by now: refused where more has changed since. */
export async function takeChangeBack(deps: Deps, tx: Tx, made: Made): Promise<void> {
  const { row, scene } = await changeIn(tx, made);
  if (row.undoneAt !== null) return;
  const by = made.byId === null ? null : { id: made.byId, name: "", kind: "member" as const };
  const done = await undo(tx, { by, row, scene });
  tx.afterCommit(() => tellSums(ratingNewsAt(deps), made, done));
}

/** Makes a change again that was taken back; gives the new one's id. */
export async function makeChangeAgain(deps: Deps, tx: Tx, made: Made): Promise<string> {
  const { row, scene } = await changeIn(tx, made);
  if (row.undoneAt === null) return row.id;
  await checkUnchanged(tx, row, { back: row.arrangement, scene });
  const done = await arrangeAnew(deps, tx, row);
  tx.afterCommit(() => tellSums(ratingNewsAt(deps), made, done));
  return done.change.id;
}

async function changeIn(tx: Tx, made: Made) {
  await lockDebate(tx.db, made);
  const row = await findChange(tx.db, made);
  if (!row) throw new Refusal("not-found");
  return { row, scene: { edges: await edgesOf(tx.db, made) } };
}
