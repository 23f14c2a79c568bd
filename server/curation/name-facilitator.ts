import type {
  dismissFacilitator as dismissContract,
  nameFacilitator as nameContract,
} from "#shared/contract/curation.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { beginAppointing, put } from "./curating.ts";
import { mayDismiss } from "./policy.ts";
import { findMember } from "./store.ts";

/** Lets a member curate a debate. Its author does without being named. */
export async function nameFacilitator(deps: Deps, call: Call<typeof nameContract>) {
  const { params, once } = call;
  const { participantId } = params;
  return deps.transact(async (tx) => {
    const scene = await beginAppointing(tx, call);
    if (!(await findMember(tx.db, params))) throw new Refusal("not-found");
    const part = { kind: "facilitator" as const, subjectId: participantId, values: ["named"] };
    if (scene.debate.authorId === participantId) return part;
    return put(scene, part, { aboutId: participantId });
  }, once);
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
    const part = { kind: "facilitator" as const, subjectId: participantId, values: [] };
    return put(scene, part, { aboutId: participantId });
  }, once);
}
