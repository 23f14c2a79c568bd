import type { Phase } from "#shared/contract/phases.ts";
import type { MoveRule } from "#shared/contract/debates.ts";
import { debateMoved } from "#shared/contract/debates.ts";
import { uuidv7 } from "uuidv7";
import { because, type Because } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { saveMove, settleScheduled } from "./move-store.ts";
import { type DebateRow, updateDebate } from "./store.ts";
import { findAuthor, loadDebate } from "./view-store.ts";
import { publicView } from "./view.ts";

interface Move {
  readonly to: Phase;
  /** Who moved it; null where the clock or the count of a decision did. */
  readonly actorId: string | null;
  readonly reason: string;
}

/** Moves a debate whose row is locked: the new phase, who and why, and the news of it, commit together. */
export async function applyMove(
  tx: Tx,
  debate: DebateRow,
  { to, actorId, reason }: Move,
): Promise<void> {
  const { communityId, id: debateId, phase: from } = debate;
  const ids = { communityId, debateId };
  const id = uuidv7();
  await updateDebate(tx.db, ids, { phase: to, archivedFrom: to === "archived" ? from : null });
  const at = await saveMove(tx.db, { communityId, id, debateId, from, to, actorId, reason });
  await settleScheduled(tx.db, ids, { to, refusal: null });
  const wasPutAway = from === "draft" && to === "archived";
  if (!wasPutAway && !(from === "archived" && to === "draft")) {
    const payload = { from, to };
    const kind = "debate.phase-moved";
    const words = { reason };
    await tx.act({ communityId, kind, actor: actorId, subject: debateId, payload, words });
  }
  const loaded = await loadDebate(tx.db, ids);
  if (!loaded) throw new Error("a debate that is locked is there");
  const actor = actorId === null ? null : await findAuthor(tx.db, { communityId, id: actorId });
  const move = { id, from, to, actor: actor ?? null, reason, at: at.toISOString() };
  await tx.record(debateMoved, { ...ids, debate: publicView(loaded), move });
}

/** The rule that is in the way, with the way out. */
export const explain = (rule: MoveRule, { from, to }: { from: Phase; to: Phase }): Because =>
  because(`move-${rule}`, { phase: from, to });
