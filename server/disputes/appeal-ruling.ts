import type { appealRuling as contract } from "#shared/contract/disputes.ts";
import { disputeLimits } from "#shared/contract/disputes.ts";
import { nextSeats } from "#shared/lottery/index.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { beginStatements } from "./advance.ts";
import { inCase, refuseNow } from "./in-case.ts";
import { isParty, mayAppealRuling } from "./policy.ts";
import { lockedCase } from "./stages.ts";
import { idsOf, juryOf, levelOf, saveJury, updateDispute } from "./store.ts";
import { notifyOf, sidesOf } from "./tell.ts";

/** Brings a ruling before a larger jury, once. The ruling stays in force meanwhile. */
export async function appealRuling(deps: Deps, call: Call<typeof contract>) {
  const { standing, body } = call;
  return inCase(deps, call, async (scene) => {
    const { tx, dispute, now } = scene;
    if (!mayAppealRuling(standing, dispute, now)) {
      if (!isParty(standing, dispute) || dispute.stage !== "ruled") {
        return refuseNow(isParty(standing, dispute), dispute);
      }
      if (dispute.level > 1) throw new Refusal("appealed-already", because("appealed-once"));
      const days = disputeLimits.appealDays;
      throw new Refusal("appeal-too-late", because("appeal-days", { days }));
    }
    const ids = idsOf(dispute);
    const before = await juryOf(tx.db, levelOf(dispute));
    const level = dispute.level + 1;
    await saveJury(tx.db, {
      ...ids,
      level,
      wantedSeats: nextSeats(before?.seats ?? before?.wantedSeats ?? 0),
      appealOn: body.on,
      appealGrounds: body.grounds,
      appealedById: standing.participantId,
    });
    await updateDispute(tx.db, ids, { level, appealUntil: null, endedAt: null });
    await tx.act({
      communityId: dispute.communityId,
      kind: "dispute.appealed",
      actor: null,
      subject: dispute.id,
      payload: { level, on: body.on },
    });
    await beginStatements({ ...scene, dispute: await lockedCase(tx, ids) });
    const others = sidesOf(dispute).filter((id) => id !== standing.participantId);
    await notifyOf(tx, dispute, { what: "appealed", to: others });
  });
}
