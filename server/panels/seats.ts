import type {
  answerPanelInvitation as answerContract,
  replacePanelMember as replaceContract,
} from "#shared/contract/panels.ts";
import { candidatesFor, successorAmong } from "#shared/sortition/index.ts";
import type { Deps } from "../deps.ts";
import { notify } from "../notifications/public.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { mayAnswer } from "./policy.ts";
import { poolOf } from "./pool-of.ts";
import { slugOf } from "../communities/public.ts";
import {
  changeVolunteer,
  findVolunteer,
  inviteByPseudonym,
  type PanelRow,
  updatePanel,
  type VolunteerRow,
  volunteersOf,
} from "./store.ts";
import { panelAt, tell } from "./tell.ts";
import { viewOf } from "./view.ts";

/** Asks those who were drawn whether they sit. */
export async function invite(tx: Tx, panel: PanelRow, participantIds: readonly string[]) {
  const { communityId, id } = panel;
  await notify(tx, {
    communityId,
    participantIds: [...participantIds],
    kind: "panels.invited",
    link: `/c/${await slugOf(tx.db, communityId)}/panels/${id}`,
    data: {},
    subject: `panel ${id}`,
  });
}

/** Takes the seat, or leaves it to the next. */
export async function answerInvitation(
  { transact }: Deps,
  { standing, params, body, once }: Call<typeof answerContract>,
) {
  return transact(async (tx) => {
    const panel = await panelAt(tx, params, "drawn");
    const { participantId } = standing;
    const mine = await findVolunteer(tx.db, params, participantId);
    if (!mine || !mayAnswer(mine)) throw new Refusal("not-allowed");
    if (body.accept) {
      await changeVolunteer(tx.db, { ...params, participantId }, { seat: "accepted" });
      await tell(tx, panel);
      return viewOf(tx.db, standing, panel);
    }
    const after = await freeSeat(tx, panel, { who: mine, why: "declined", reason: null, by: null });
    return viewOf(tx.db, standing, after);
  }, once);
}

/** Frees the seat of somebody who can't sit; the reason is kept. */
export async function replaceMember(
  { transact }: Deps,
  { standing, params, body, once }: Call<typeof replaceContract>,
) {
  return transact(async (tx) => {
    const panel = await panelAt(tx, params, "drawn");
    const who = await findVolunteer(tx.db, params, body.participantId);
    if (!who || !mayAnswer(who)) throw new Refusal("not-found");
    const { reason } = body;
    const by = standing.participantId;
    const after = await freeSeat(tx, panel, { who, why: "replaced", reason, by });
    return viewOf(tx.db, standing, after);
  }, once);
}

interface Leaving {
  readonly who: VolunteerRow;
  readonly why: "declined" | "replaced";
  readonly reason: string | null;
  readonly by: string | null;
}

/** Draws who comes instead, by the lot of the same seed among those with whom the quotas hold. */
async function freeSeat(tx: Tx, panel: PanelRow, { who, why, reason, by }: Leaving) {
  const ids = { communityId: panel.communityId, panelId: panel.id };
  await changeVolunteer(tx.db, { ...ids, participantId: who.participantId }, { seat: why, reason });
  const volunteers = await volunteersOf(tx.db, ids);
  const named = (is: (one: VolunteerRow) => boolean) =>
    volunteers.flatMap((one) => (one.pseudonym !== null && is(one) ? [one.pseudonym] : []));
  const staying = named(mayAnswer);
  const gone = named(({ seat }) => seat === "declined" || seat === "replaced");
  const candidates = candidatesFor(poolOf(panel, volunteers), { staying, gone });
  const successor = successorAmong(panel.seed ?? "", candidates);
  const one = { out: who.pseudonym ?? "", why, candidates, successor };
  const after = { ...panel, replacements: [...panel.replacements, one] };
  await updatePanel(tx.db, ids, { replacements: after.replacements });
  await tx.act({
    communityId: ids.communityId,
    kind: "panel.member-replaced",
    actor: by,
    subject: `panels/${ids.panelId}`,
    payload: one,
    ...(reason === null ? {} : { words: { reason } }),
  });
  if (successor !== null) await invite(tx, panel, await inviteByPseudonym(tx.db, ids, [successor]));
  await tell(tx, after);
  return after;
}
