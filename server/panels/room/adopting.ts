import { enterRecommendation } from "../../debates/public.ts";
import type { Deps } from "../../deps.ts";
import { namesOf } from "../../platform/names-store.ts";
import type { Tx } from "../../platform/transact.ts";
import type { PanelRow } from "../store.ts";
import { changeRecommendation, type RecommendationRow, votesOf } from "./room-store.ts";

interface Entering {
  readonly panel: PanelRow;
  readonly recommendation: RecommendationRow;
  /** Of the community. */
  readonly slug: string;
}

/** Makes it what the panel recommends, which is entered in the public record, and in the debate where that takes it now. */
export async function adopt(
  deps: Deps,
  tx: Tx,
  { panel, recommendation, yes, slug }: Entering & { readonly yes: number },
): Promise<void> {
  const { communityId, id: panelId, seats, debateId } = panel;
  const { id, title, text } = recommendation;
  await changeRecommendation(tx.db, { communityId, panelId, id }, { adoptedAt: deps.clock() });
  await tx.act({
    communityId,
    kind: "panel.recommended",
    actor: null,
    subject: `panels/${panelId}`,
    payload: { recommendationId: id, debateId, yes, seats },
    // What enters a debate may be hidden there, which words in the record could not be.
    ...(debateId === null && { words: { title, text } }),
  });
  if (debateId !== null) await enter(deps, tx, { panel, recommendation, slug });
}

/**
 * Enters an adopted recommendation as a position of the panel's debate.
 * @returns why that can't be now; null where it stands there
 */
export async function enter(deps: Deps, tx: Tx, { panel, recommendation, slug }: Entering) {
  const { communityId, id: panelId, seats, debateId } = panel;
  const { id, title, text, authorId } = recommendation;
  const author = (await namesOf(tx.db, communityId, [authorId])).get(authorId);
  if (debateId === null || !author) return "phase-forbids" as const;
  const votes = await votesOf(tx.db, { communityId, panelId });
  const yes = votes.filter((one) => one.recommendationId === id && one.isYes).length;
  const position = await enterRecommendation(tx, {
    params: { communityId, debateId },
    id: deps.random.id(),
    author,
    slug,
    words: { title, text },
    byPanel: { panelId, yes, seats },
  });
  if (typeof position === "string") return position;
  await changeRecommendation(tx.db, { communityId, panelId, id }, { positionId: position.id });
  await tx.act({
    communityId,
    kind: "panel.recommendation-entered",
    actor: null,
    subject: `panels/${panelId}`,
    payload: { recommendationId: id, debateId, positionId: position.id },
  });
  return null;
}
