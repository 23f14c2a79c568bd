import type { Ruling } from "#shared/contract/disputes.ts";
import { disputeLimits } from "#shared/contract/disputes.ts";
import {
  type Choice,
  choices,
  type Counted,
  countVotes,
  decisionChoices,
} from "#shared/lottery/index.ts";
import { isOpen } from "./policy.ts";
import { enter, type Scene } from "./stages.ts";
import { juryOf, levelOf, updateJury } from "./store.ts";
import { applyRuling } from "./subjects.ts";
import { bench } from "./summoning.ts";
import { notifyOf, settleJuror, sidesOf, tellThose } from "./tell.ts";
import { after, day } from "./times.ts";

type Written = Omit<Ruling, "jurors" | "at">;

/** Counts the votes that were told, and publishes what the jury found. */
export async function rule(scene: Scene): Promise<void> {
  const { tx, dispute } = scene;
  const ids = levelOf(dispute);
  const jurors = await bench(scene);
  const told = jurors.flatMap(({ choice, commitment, ...juror }) =>
    choice === null || commitment === null ? [] : [{ ...juror, choice, commitment }],
  );
  const jury = await juryOf(tx.db, ids);
  const counted = countVotes(
    told.map(({ choice }) => choice),
    jury?.seats ?? 0,
    isOpen(dispute.kind) ? decisionChoices : choices,
  );
  // By the commitments, which say nothing of who made them, so that the order says nothing either.
  const inNoOrder = told.toSorted((a, b) => (a.commitment < b.commitment ? -1 : 1));
  const opened = told.map(({ pseudonym, participantId, salt }) => {
    return { pseudonym, memberId: participantId, salt };
  });
  if (jury?.draw) {
    const draw = {
      ...jury.draw,
      opened: opened.toSorted((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1)),
    };
    await updateJury(tx.db, ids, { draw });
  }
  for (const { participantId } of jurors) await settleJuror(tx, dispute, participantId);
  await publish(scene, counted, {
    byCommunity: false,
    reasons: inNoOrder.map(({ choice, reason, declaration }) => {
      return { choice, reason: reason ?? "", declaration };
    }),
    commitments: inNoOrder.map(({ commitment }) => commitment),
  });
  await tellThose(
    tx,
    dispute,
    jurors.map(({ participantId }) => participantId),
  );
}

/** Enters a ruling in the record, has it take effect, and tells who is concerned. */
export async function publish(
  scene: Scene,
  counted: Counted,
  found: Pick<Written, "byCommunity" | "reasons" | "commitments">,
): Promise<void> {
  const { tx, dispute, now } = scene;
  const ids = levelOf(dispute);
  await updateJury(tx.db, ids, {
    ruling: { ...counted, ...found, at: now.toISOString() },
    ruledAt: now,
  });
  const { choice, counts, seats, turnout, lacksTurnout } = counted;
  await tx.act({
    communityId: ids.communityId,
    kind: "dispute.ruled",
    actor: null,
    subject: dispute.id,
    payload: {
      level: ids.level,
      byCommunity: found.byCommunity,
      choice,
      counts,
      seats,
      turnout,
      lacksTurnout,
      commitments: found.commitments,
    },
  });
  await applyRuling(scene, { from: dispute.choice, to: choice });
  const canGoOn = !found.byCommunity;
  await enter(
    scene,
    { stage: "ruled", dueAt: null },
    {
      choice,
      endedAt: now,
      isSuspended: false,
      appealUntil: canGoOn ? after(now, disputeLimits.appealDays * day) : null,
    },
  );
  await notifyOf(tx, dispute, { what: "ruled", to: [...sidesOf(dispute), dispute.mediatorId] });
}

/** What a community's vote says; nothing to count by seats. */
export const countedByVote = (
  choice: Choice,
  counts: Counted["counts"],
  electors: number,
): Counted => {
  const turnout = counts.overturn + counts.modify + counts.uphold;
  return { choice, counts, seats: electors, turnout, quorum: 0, lacksTurnout: false };
};
