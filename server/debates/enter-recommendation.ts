import type { ByPanel, Position } from "#shared/contract/claims.ts";
import type { Author } from "#shared/contract/ids.ts";
import type { Tx } from "../platform/transact.ts";
import { placePosition } from "./add-position.ts";
import { takesPositions } from "./policy.ts";
import { hasPosition } from "./position-store.ts";
import { lockPlaces } from "./revision-store.ts";
import { type DebateIds, holdDebate } from "./store.ts";

interface Recommendation {
  readonly params: DebateIds;
  /** Of the position. */
  readonly id: string;
  /** Who worded it. */
  readonly author: Author;
  readonly slug: string;
  readonly words: { readonly title: string; readonly text: string };
  readonly byPanel: ByPanel;
}

/**
 * Enters what a panel recommends as a position of the debate, marked so. What it says is not looked at for spam: more than
 * half of the panel's seats said yes to it.
 * @returns why it can't enter now, where the debate's phase forbids it or the same words stand there
 */
export async function enterRecommendation(
  tx: Tx,
  { params, words, byPanel, ...placing }: Recommendation,
): Promise<Position | "phase-forbids" | "duplicate-text"> {
  const debate = await holdDebate(tx.db, params);
  if (!debate || !takesPositions(debate)) return "phase-forbids";
  await lockPlaces(tx.db, [params.debateId]);
  if (await hasPosition(tx.db, params, words)) return "duplicate-text";
  return placePosition(tx, { params, debate, ...placing }, { ...words, byPanel });
}
