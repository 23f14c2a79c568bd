import {
  type enterPanelRecommendation as enterContract,
  type proposeRecommendation as proposeContract,
  roomLimits,
  type voteOnRecommendation as voteContract,
  type withdrawRecommendation as withdrawContract,
} from "#shared/contract/panel-room.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal } from "../../platform/problem.ts";
import type { Tx } from "../../platform/transact.ts";
import { mayManagePanels } from "../policy.ts";
import { findVolunteer, type PanelIds } from "../store.ts";
import { tell } from "../tell.ts";
import { adopt, enter } from "./adopting.ts";
import { panelHeld, panelOfMine } from "./in-room.ts";
import { mayWithdraw, sits, yesNeeded } from "./policy.ts";
import {
  deleteRecommendation,
  findRecommendation,
  putVote,
  recommendationsOf,
  saveRecommendation,
  votesOf,
} from "./room-store.ts";
import { settleProposed, tellPanel } from "./tell-panel.ts";
import { viewRoom } from "./view-room.ts";

/** Puts a recommendation before the panel. */
export async function propose({ transact, random }: Deps, call: Call<typeof proposeContract>) {
  const { standing, params, body, once } = call;
  return transact(async (tx) => {
    const panel = await panelOfMine(tx, call);
    const before = await recommendationsOf(tx.db, params);
    const most = roomLimits.recommendations;
    if (before.length >= most) {
      throw new Refusal("not-allowed", because("panel-recommendations", { most }));
    }
    if (before.some(({ title }) => title === body.title)) {
      throw new Refusal("duplicate-text", because("words-stand-here"));
    }
    const authorId = standing.participantId;
    const id = random.id();
    await saveRecommendation(tx.db, { ...params, ...body, id, authorId });
    const about = { id, title: body.title };
    await tellPanel(tx, panel, { what: "recommendation-proposed", about, besides: authorId });
    await tell(tx, panel);
    return viewRoom(tx.db, standing, panel);
  }, once);
}

/** Says yes or no; the yes that makes it more than half of all seats adopts it. */
export async function vote(deps: Deps, call: Call<typeof voteContract>) {
  const { standing, params, body, once } = call;
  const { recommendationId, ...ids } = params;
  const { communityId } = ids;
  return deps.transact(async (tx) => {
    const panel = await panelOfMine(tx, call);
    const recommendation = await recommendationAt(tx, ids, recommendationId);
    if (recommendation.adoptedAt !== null) {
      throw new Refusal("not-allowed", because("panel-adopted"));
    }
    const { participantId } = standing;
    await putVote(tx.db, { communityId, recommendationId, participantId, isYes: body.yes });
    const votes = await votesOf(tx.db, ids);
    const yes = votes.filter((one) => one.recommendationId === recommendationId && one.isYes);
    if (yes.length >= yesNeeded(panel)) {
      const { slug } = standing;
      await adopt(deps, tx, { panel, recommendation, yes: yes.length, slug });
      await settleProposed(tx, panel, recommendation);
      await tellPanel(tx, panel, {
        what: "recommendation-adopted",
        about: recommendation,
        besides: participantId,
      });
    }
    await tell(tx, panel);
    return viewRoom(tx.db, standing, panel);
  }, once);
}

/** Enters what was adopted while its debate took no positions. */
export async function enterAdopted(deps: Deps, call: Call<typeof enterContract>) {
  const { standing, params, once } = call;
  const { recommendationId, ...ids } = params;
  return deps.transact(async (tx) => {
    const panel = await panelHeld(tx, ids);
    const mine = await findVolunteer(tx.db, ids, standing.participantId);
    if (!mayManagePanels(standing) && !sits(standing, panel, mine)) {
      throw new Refusal("not-allowed", because("panel-members"));
    }
    const recommendation = await recommendationAt(tx, ids, recommendationId);
    if (recommendation.positionId !== null) return viewRoom(tx.db, standing, panel);
    if (recommendation.adoptedAt === null) {
      throw new Refusal("not-allowed", because("panel-not-adopted"));
    }
    if (panel.debateId === null) throw new Refusal("not-allowed", because("panel-without-debate"));
    const fault = await enter(deps, tx, { panel, recommendation, slug: standing.slug });
    if (fault === "phase-forbids") throw new Refusal(fault, because("panel-phase"));
    if (fault) throw new Refusal(fault, because("words-stand-here"));
    await tell(tx, panel);
    return viewRoom(tx.db, standing, panel);
  }, once);
}

export async function withdrawOwn(
  { transact }: Deps,
  { standing, params, once }: Call<typeof withdrawContract>,
) {
  const { recommendationId, ...ids } = params;
  return transact(async (tx) => {
    const panel = await panelHeld(tx, ids);
    const recommendation = await recommendationAt(tx, ids, recommendationId);
    if (recommendation.adoptedAt !== null) {
      throw new Refusal("not-allowed", because("panel-adopted"));
    }
    if (!mayWithdraw(standing, recommendation)) throw new Refusal("not-allowed");
    await deleteRecommendation(tx.db, { ...ids, id: recommendationId });
    await settleProposed(tx, panel, recommendation);
    await tell(tx, panel);
  }, once);
}

async function recommendationAt(tx: Tx, ids: PanelIds, id: string) {
  const found = await findRecommendation(tx.db, { ...ids, id });
  if (!found) throw new Refusal("not-found");
  return found;
}
