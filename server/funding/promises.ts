import { commitmentLimits } from "#shared/contract/commitments.ts";
import { fundingLimits } from "#shared/contract/funding.ts";
import { amountText } from "#shared/holdings/amount.ts";
import { type AskedPromise, type PromiseWords, proposePromise } from "../commitments/public.ts";
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
  const { projectId, proposerId: ownerId, milestones, amount, currency } = project;
  const [whole, ...ofParts] = promiseWords(project);
  const inDays = (count: number) => new Date(closedAt.getTime() + count * day);
  const daysOf = (weeks: number) => Math.min(7 * weeks, commitmentLimits.days);
  const days = milestones.map(({ weeks }) => daysOf(weeks));
  const lastDay =
    days.length > 0 ? Math.max(...days) : daysOf(fundingLimits.weeksWithoutMilestones);
  return {
    source: { kind: "project", id: projectId, title: project.title, debateId, roundId },
    ...whole,
    ownerId,
    budget: `${amountText(BigInt(amount), 2)} ${currency}`,
    dueAt: inDays(lastDay),
    reviewAt: inDays(Math.min(lastDay + reviewedAfterDays, commitmentLimits.days)),
    parts: ofParts.map((words, at) => {
      return { ...words, ownerId, dueAt: inDays(days[at] ?? lastDay), weight: 1 };
    }),
  };
}

type Proposed = Pick<Funded, "title" | "summary" | "milestones">;

/** What is promised of a project in words: of the whole, then of each part. */
export const promiseWords = (project: Proposed): [PromiseWords, ...PromiseWords[]] => [
  { title: project.title, criterion: criterionOf(project) },
  ...project.milestones.map(({ title }) => ({ title, criterion: title })),
];

/** It is kept if its milestones are reached; of a project without any, if it is what was proposed. */
function criterionOf({ title, summary, milestones }: Proposed): string {
  const said = milestones.length > 0 ? milestones.map((one) => one.title).join("\n") : summary;
  return Array.from(said || title)
    .slice(0, commitmentLimits.criterion)
    .join("");
}
