import { commitmentLimits } from "#shared/contract/commitments.ts";
import { fundingLimits, type Milestone } from "#shared/contract/funding.ts";
import { amountText } from "#shared/holdings/amount.ts";
import { type AskedPromise, proposePromise } from "../commitments/public.ts";
import type { Deps } from "../deps.ts";
import type { Tx } from "../platform/transact.ts";
import { type Funded, fundedProjects } from "./funded-projects.ts";
import type { RoundRow } from "./store.ts";

const day = 86_400_000;
type ClosedRound = RoundRow & { readonly closedAt: Date };

/** Others look at what came of it four weeks after its day. */
const reviewedAfterDays = 28;

/**
 * Asks those who proposed what a round funds to commit to it: each project becomes a commitment, each of its milestones
 * a part. Nobody's membership is asked for: a project whose proposer has left waits for somebody to take it on.
 */
export async function askForPromises(deps: Deps, tx: Tx, round: ClosedRound): Promise<void> {
  const { communityId, id: roundId, authorId: proposerId } = round;
  const by = { communityId, proposerId, isByRule: true };
  for (const project of (await fundedProjects(tx.db, { communityId, roundId })) ?? []) {
    await proposePromise(deps, tx, { by, promise: promiseOf(project, round) });
  }
}

/** Weeks are counted from the moment at which the round was closed. */
function promiseOf(project: Funded, round: ClosedRound): AskedPromise {
  const { id: roundId, debateId, closedAt } = round;
  const { projectId, title, proposerId: ownerId, milestones, amount, currency } = project;
  const inDays = (days: number) => new Date(closedAt.getTime() + days * day);
  const daysOf = ({ weeks }: Pick<Milestone, "weeks">) =>
    Math.min(7 * weeks, commitmentLimits.days);
  const lastDay = Math.max(
    ...(milestones.length > 0 ? milestones : [{ weeks: fundingLimits.weeksWithoutMilestones }]).map(
      daysOf,
    ),
  );
  return {
    source: { kind: "project", id: projectId, title, debateId, roundId },
    title,
    criterion: criterionOf(project),
    ownerId,
    budget: `${amountText(BigInt(amount), 2)} ${currency}`,
    dueAt: inDays(lastDay),
    reviewAt: inDays(Math.min(lastDay + reviewedAfterDays, commitmentLimits.days)),
    parts: milestones.map((milestone) => ({
      title: milestone.title,
      criterion: milestone.title,
      ownerId,
      dueAt: inDays(daysOf(milestone)),
      weight: 1,
    })),
  };
}

/** It is kept if its milestones are reached; of a project without any, if it is what was proposed. */
function criterionOf({ title, summary, milestones }: Funded): string {
  const said = milestones.length > 0 ? milestones.map((one) => one.title).join("\n") : summary;
  return Array.from(said || title)
    .slice(0, commitmentLimits.criterion)
    .join("");
}
