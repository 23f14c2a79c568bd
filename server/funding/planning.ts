import type { FundingPlan } from "#shared/contract/funding.ts";
import { fundingLimits, fundingRoundChanged } from "#shared/contract/funding.ts";
import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { databaseNow } from "../platform/now-store.ts";
import { holdRound, type RoundIds, type RoundRow } from "./store.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Lets on where the times of a plan follow each other, from now on. */
export async function checkTimes({ db }: Tx, { opensAt, closesAt }: FundingPlan): Promise<void> {
  const now = (await databaseNow(db)).getTime();
  const opens = opensAt === null ? now : Date.parse(opensAt);
  const closes = Date.parse(closesAt);
  if (opens < now - minute) refuseField("invalid-request", "opensAt", because("opens-too-early"));
  if (closes < opens + minute) {
    refuseField("invalid-request", "closesAt", because("closes-too-early"));
  }
  if (closes > opens + fundingLimits.longestDays * day) {
    refuseField("invalid-request", "closesAt", because("closes-too-late"));
  }
}

/** Lets on where the round is of no debate, or of one that the caller may read and that is no draft. */
export async function checkDebate(
  deps: Deps,
  standing: Standing,
  debateId: string | null,
): Promise<void> {
  if (debateId === null) return;
  const { communityId } = standing;
  const debate = await readableDebate(deps, standing, { communityId, debateId });
  if (debate.phase === "draft") {
    refuseField("invalid-request", "debateId", because("funding-debate-draft"));
  }
}

/** The columns that a plan fills. */
export function planned({ opensAt, closesAt, ...plan }: FundingPlan) {
  return {
    ...plan,
    opensAt: opensAt === null ? null : new Date(opensAt),
    closesAt: new Date(closesAt),
  };
}

/** Has the clock look after a round at its times. */
export async function schedule(tx: Tx, { communityId, roundId }: RoundIds, plan: FundingPlan) {
  const ids = { communityId, roundId };
  const at = (moment: string, key: string) =>
    tx.job("settle-funding", ids, { at: new Date(moment), key: `funding ${key} ${roundId}` });
  if (plan.opensAt !== null) await at(plan.opensAt, "opens");
  await at(plan.closesAt, "closes");
}

/** Tells the community that a round is different. */
export async function tell(tx: Tx, ids: RoundIds, phase: RoundRow["phase"]): Promise<void> {
  const { communityId, roundId } = ids;
  await tx.record(fundingRoundChanged, { communityId, roundId, phase });
}

/** A round whose projects can still be changed, held so that it does not open meanwhile. */
export async function heldForProposals(
  tx: Tx,
  ids: RoundIds,
  strength: "update" | "share",
): Promise<RoundRow> {
  const round = await holdRound(tx.db, ids, strength);
  if (!round) throw new Refusal("not-found");
  if (round.phase !== "proposals") {
    throw new Refusal("funding-forbids", because("funding-projects-fixed"));
  }
  return round;
}
