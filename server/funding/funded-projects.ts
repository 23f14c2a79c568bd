import type { Db } from "#db/client.ts";
import type { Milestone } from "#shared/contract/funding.ts";
import { isCounted } from "./policy.ts";
import { findRound, projectsOf, type RoundIds } from "./store.ts";

/** A project that a closed round has funded: what was promised for how much. */
export interface Funded {
  readonly projectId: string;
  readonly title: string;
  readonly summary: string;
  readonly proposerId: string;
  /** in hundredths of the round's currency */
  readonly amount: number;
  readonly currency: string;
  readonly milestones: readonly Milestone[];
}

/** The funded projects of a round, the first proposed first; null where it is not there, not closed, or was held elsewhere. */
export async function fundedProjects(db: Db, ids: RoundIds): Promise<Funded[] | null> {
  const round = await findRound(db, ids);
  if (!round || !isCounted(round) || round.isImported) return null;
  const amounts = new Map(round.outcome?.projects.map(({ id, amount }) => [id, amount]));
  return (await projectsOf(db, ids)).flatMap(({ project }) => {
    const amount = amounts.get(project.id) ?? 0;
    if (amount === 0) return [];
    const { id: projectId, title, summary, proposerId, milestones } = project;
    return [
      { projectId, title, summary, proposerId, amount, currency: round.currency, milestones },
    ];
  });
}
