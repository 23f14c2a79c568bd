import { type Choice, choices } from "#shared/lottery/index.ts";
import { activeMembers, communityLanguage } from "../communities/public.ts";
import { saveDebateRows } from "../debates/public.ts";
import { holdVote, voteStanding } from "../decisions/public.ts";
import { countedByVote, publish } from "./ruling.ts";
import { isOpen } from "./policy.ts";
import { enter, type Scene, wake } from "./stages.ts";
import { communityOf } from "./context-store.ts";
import { juryOf, levelOf, saveJury } from "./store.ts";
import { notifyOf, sidesOf } from "./tell.ts";
import { after, day } from "./times.ts";
import { voteWords } from "./vote-words.ts";

const voteDays = 7;

/** After a jury's ruling the members rule at a level of their own, so that what the jury found stays on record. */
async function levelOfVote({ tx, dispute }: Scene): Promise<number> {
  const ids = levelOf(dispute);
  const jury = await juryOf(tx.db, ids);
  if (!jury?.ruling) return ids.level;
  const level = ids.level + 1;
  await saveJury(tx.db, { ...ids, level, wantedSeats: 0 });
  return level;
}

/** A debate in which the members choose what is to hold, with the choice that each of its positions stands for. */
async function addDebateOn({ deps, tx, dispute, now }: Scene) {
  const { communityId } = dispute;
  const [owner] = await activeMembers(tx.db, communityId, ["owner"]);
  if (!owner) throw new Error("a community has an owner");
  const authorId = owner.participantId;
  const language = await communityLanguage(tx.db, communityId);
  const words = voteWords(language);
  const debateId = deps.random.id();
  const { slug } = await communityOf(tx.db, communityId);
  const positions = choices.toReversed().map((choice) => {
    return { choice, id: deps.random.id(), title: words[dispute.kind][choice] };
  });
  await saveDebateRows(tx.db, {
    debates: [
      {
        communityId,
        id: debateId,
        authorId,
        question: words.question,
        context: `/c/${slug}/disputes/${dispute.id}`,
        topic: "disputes",
        language,
        phase: "deliberation",
      },
    ],
    positions: positions.map(({ id, title }, at) => {
      return { communityId, debateId, id, title, authorId, createdAt: after(now, at) };
    }),
  });
  const kind = "debate.created";
  await tx.act({
    communityId,
    kind,
    actor: null,
    subject: debateId,
    payload: { dispute: dispute.id },
  });
  const decisionChoices = Object.fromEntries(positions.map(({ id, choice }) => [id, choice]));
  return { debateId, authorId, title: words.question, decisionChoices };
}

/** Puts a case to a vote of all members: there are too few for a jury, or enough of them asked for it. */
export async function bringToCommunity(scene: Scene): Promise<void> {
  const { deps, tx, dispute, now } = scene;
  const { communityId } = dispute;
  const level = await levelOfVote(scene);
  const { debateId, authorId, title, decisionChoices } = await addDebateOn(scene);
  const closesAt = after(now, voteDays * day);
  const decisionId = await holdVote(deps, tx, {
    ids: { communityId, debateId },
    authorId,
    title,
    closesAt,
  });
  await tx.act({
    communityId,
    kind: "dispute.put-to-vote",
    actor: null,
    subject: dispute.id,
    payload: { level, decisionId },
  });
  await enter(
    scene,
    { stage: "community", dueAt: closesAt, wakeAt: after(closesAt, 2_000) },
    { level, decisionId, decisionDebateId: debateId, decisionChoices },
  );
  await notifyOf(tx, dispute, { what: "community-decides", to: sidesOf(dispute) });
}

/** Takes what the members decided as the ruling; where they decided nothing, the less restrictive state holds. */
export async function settleCommunityVote(scene: Scene): Promise<boolean> {
  const { tx, dispute, now } = scene;
  const { communityId, decisionId, decisionChoices } = dispute;
  if (decisionId === null || decisionChoices === null) return false;
  const vote = await voteStanding(tx.db, { communityId, decisionId });
  if (vote === null) {
    if (dispute.wakeAt === null || dispute.wakeAt <= now) await wake(scene, after(now, 30_000));
    return false;
  }
  const counts = { overturn: 0, modify: 0, uphold: 0 };
  for (const [positionId, votes] of vote.counts) {
    const choice = decisionChoices[positionId];
    if (choice) counts[choice] += votes;
  }
  const mildest: Choice = isOpen(dispute.kind) ? "uphold" : "overturn";
  const choice = vote.winner === null ? mildest : (decisionChoices[vote.winner] ?? mildest);
  await publish(scene, countedByVote(choice, counts, vote.electors), {
    byCommunity: true,
    reasons: [],
    commitments: [],
  });
  return true;
}
