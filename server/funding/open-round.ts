import type { openFundingRound as contract } from "#shared/contract/funding.ts";
import { hashText } from "#shared/counting/lot-order.ts";
import { hashProjects } from "#shared/funding/bundle.ts";
import type { Deps } from "../deps.ts";
import { notify } from "../notifications/public.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { heldForProposals, tell } from "./planning.ts";
import { databaseNow } from "../platform/now-store.ts";
import { slugOf } from "../communities/public.ts";
import { findListed, freezeElectors, projectsOf, type RoundRow, updateRound } from "./store.ts";
import { bundled, roundView } from "./views.ts";

/** Opens voting before its time. */
export async function openRound(deps: Deps, { params: ids, once }: Call<typeof contract>) {
  return deps.transact(async (tx) => {
    const round = await heldForProposals(tx, ids, "update");
    if (round.closesAt <= (await databaseNow(tx.db))) {
      throw new Refusal("funding-forbids", because("funding-time-over"));
    }
    if ((await projectsOf(tx.db, ids)).length === 0) {
      throw new Refusal("funding-forbids", because("funding-no-projects"));
    }
    await openNow(deps, tx, round);
    const listed = await findListed(tx.db, ids);
    if (!listed) throw new Refusal("not-found");
    return roundView(listed);
  }, once);
}

/**
 * Opens voting in a round that is held for update and has projects: what they ask for is fixed, and who may vote; the
 * hash of the seed for the lot is told before anybody votes.
 */
export async function openNow({ random }: Deps, tx: Tx, round: RoundRow): Promise<void> {
  const { communityId, id, title, electorate, budget, settings, authorId } = round;
  const ids = { communityId, roundId: id };
  const electors = await freezeElectors(tx.db, ids, electorate.roles);
  const projects = (await projectsOf(tx.db, ids)).map(({ project }) => project);
  const seed = random.token();
  const fixed = {
    projectsHash: hashProjects(projects.map(bundled)),
    seedHash: hashText(seed),
    electorateSize: electors.length,
  };
  await updateRound(tx.db, ids, {
    ...fixed,
    seed,
    phase: "voting",
    openedAt: await databaseNow(tx.db),
    version: round.version + 1,
  });
  await tx.act({
    communityId,
    kind: "funding.opened",
    actor: authorId,
    subject: id,
    payload: { ...fixed, budget, settings, electorateHash: hashText(electors.join("\n")) },
    words: { title },
  });
  await tell(tx, ids, "voting");
  await notify(tx, {
    communityId,
    participantIds: electors,
    kind: "funding.opened",
    link: await linkTo(tx, round),
    data: { title },
  });
}

/** The page of a round. */
export async function linkTo(tx: Tx, { communityId, id }: RoundRow): Promise<string> {
  return `/c/${await slugOf(tx.db, communityId)}/funding/${id}`;
}
