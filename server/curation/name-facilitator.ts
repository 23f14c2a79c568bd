import type {
  dismissFacilitator as dismissContract,
  nameFacilitator as nameContract,
} from "#shared/contract/curation.ts";
import type { Deps } from "../deps.ts";
import { notify, saysOf, settleNotices } from "../notifications/public.ts";
import { isPublished } from "../debates/public.ts";
import type { MemberStanding } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { beginAppointing, put, type Scene } from "./curating.ts";
import { mayDismiss } from "./policy.ts";
import { findMember, valuesOf } from "./store.ts";

/** Lets a member curate a debate. Its author does without being named. */
export async function nameFacilitator(deps: Deps, call: Call<typeof nameContract>) {
  const { standing, params, once } = call;
  const { participantId } = params;
  return deps.transact(async (tx) => {
    const scene = await beginAppointing(tx, call);
    if (!(await findMember(tx.db, params))) throw new Refusal("not-found");
    const part = { kind: "facilitator" as const, subjectId: participantId, values: ["named"] };
    if (scene.debate.authorId === participantId) return part;
    const isNamed = (await valuesOf(tx.db, params, part)).length > 0;
    if (!isNamed) await tellNamed(scene, standing, participantId);
    return put(scene, part, { aboutId: participantId });
  }, once);
}

const subjectOf = ({ ids }: Scene, participantId: string) =>
  `facilitator ${ids.debateId} ${participantId}`;

/** Whoever is named hears of it. Of a draft nothing is told: it is shown to its author and to moderators alone. */
async function tellNamed(
  scene: Scene,
  { slug, name, participantId: actorId }: MemberStanding,
  participantId: string,
): Promise<void> {
  const { tx, ids, debate } = scene;
  if (actorId === participantId || !isPublished(debate)) return;
  const { communityId, debateId } = ids;
  await notify(tx, {
    communityId,
    participantIds: [participantId],
    kind: "curation.facilitator-named",
    link: `/c/${slug}/d/${debateId}/arguments`,
    data: { ...saysOf({ name, id: actorId }), question: debate.question },
    subject: subjectOf(scene, participantId),
    unlessMuted: debateId,
  });
}

/** Lets a facilitator go, who may have left the community. */
export async function dismissFacilitator(deps: Deps, call: Call<typeof dismissContract>) {
  const { params, once } = call;
  const { participantId } = params;
  return deps.transact(async (tx) => {
    const scene = await beginAppointing(tx, call, (standing, debate) =>
      mayDismiss(standing, debate, participantId),
    );
    if (scene.debate.authorId === participantId) {
      throw new Refusal("not-allowed", because("author-facilitates"));
    }
    const { communityId } = params;
    await settleNotices(tx, { communityId, subject: subjectOf(scene, participantId) });
    const part = { kind: "facilitator" as const, subjectId: participantId, values: [] };
    return put(scene, part, { aboutId: participantId });
  }, once);
}
