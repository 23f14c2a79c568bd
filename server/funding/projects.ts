import type * as contract from "#shared/contract/funding.ts";
import { fundingLimits, type ProjectPlan } from "#shared/contract/funding.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { refuseHidden } from "../platform/moderated.ts";
import { because, refuseFaults, Refusal } from "../platform/problem.ts";
import { heldForProposals, tell } from "./planning.ts";
import { mayEdit, mayTakeBack } from "./policy.ts";
import { databaseNow } from "../platform/now-store.ts";
import { findProject, projectsOf, type RoundRow, saveProjects, updateProject } from "./store.ts";
import { projectView } from "./views.ts";

/** Lets on what asks for no more than there is, and can do with no more than it asks for. */
function checkAmounts({ cost, least }: ProjectPlan, { budget }: RoundRow): void {
  const faults = [
    cost > budget && { pointer: "#/body/cost", ...because("cost-over-budget") },
    least > cost && { pointer: "#/body/least", ...because("least-over-cost") },
  ].filter((fault) => fault !== false);
  if (faults.length > 0) refuseFaults("invalid-request", faults);
}

/** Proposes a project while a round takes them. */
export async function proposeProject(
  { transact, random }: Deps,
  { standing, params: ids, body, once }: Call<typeof contract.proposeProject>,
) {
  const { communityId, participantId: proposerId } = standing;
  return transact(async (tx) => {
    const round = await heldForProposals(tx, ids, "update");
    checkAmounts(body, round);
    const { projects: most } = fundingLimits;
    if ((await projectsOf(tx.db, ids)).length >= most) {
      throw new Refusal("not-allowed", because("most-projects", { most }));
    }
    const projectId = random.id();
    const row = { ...body, communityId, id: projectId, roundId: ids.roundId, proposerId };
    await saveProjects(tx.db, [row]);
    await tell(tx, ids, "proposals");
    const listed = await findProject(tx.db, { ...ids, projectId });
    if (!listed) throw new Error("a project that was proposed is there");
    return projectView(listed, standing);
  }, once);
}

/** Changes a project of one's own. */
export async function editProject(
  { transact }: Deps,
  { standing, params, body, once }: Call<typeof contract.editProject>,
) {
  const { version, ...plan } = body;
  return transact(async (tx) => {
    const round = await heldForProposals(tx, params, "share");
    const found = await findProject(tx.db, params);
    if (!found || found.project.withdrawnAt !== null) throw new Refusal("not-found");
    if (!mayEdit(standing, found.project)) throw new Refusal("not-allowed");
    refuseHidden(found.project.moderation);
    if (found.project.version !== version) throw new Refusal("stale-version");
    checkAmounts(plan, round);
    await updateProject(tx.db, found.project, { ...plan, version: version + 1 });
    await tell(tx, params, "proposals");
    const listed = await findProject(tx.db, params);
    if (!listed) throw new Refusal("not-found");
    return projectView(listed, standing);
  }, once);
}

/** Takes a project back; who looks after the community can, too, which stays on record. */
export async function withdrawProject(
  { transact }: Deps,
  { standing, params, once }: Call<typeof contract.withdrawProject>,
): Promise<void> {
  const { communityId, participantId } = standing;
  await transact(async (tx) => {
    await heldForProposals(tx, params, "share");
    const found = await findProject(tx.db, params);
    if (!found || found.project.withdrawnAt !== null) throw new Refusal("not-found");
    const { project } = found;
    if (!mayTakeBack(standing, project)) throw new Refusal("not-allowed");
    await updateProject(tx.db, project, { withdrawnAt: await databaseNow(tx.db) });
    if (project.proposerId !== participantId) {
      await tx.act({
        communityId,
        kind: "funding.project-withdrawn",
        actor: participantId,
        subject: params.roundId,
        payload: { projectId: project.id },
        words: { title: project.title },
      });
    }
    await tell(tx, params, "proposals");
  }, once);
}
