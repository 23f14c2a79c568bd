import { readOutline, type TargetKind } from "#shared/contract/claims.ts";
import { undoStructureChange } from "#shared/contract/structure.ts";
import type { Person } from "../../testing/person.ts";
import { debateIn, say, type Scene, type SceneDebate } from "../testing-scene.ts";

/** A claim of Ben's under the first position. */
export async function argued(scene: Scene, text = "They could know.") {
  const { communityId, debateId, positionIds } = await debateIn(scene);
  const ids = { communityId, debateId };
  const said = await say(scene.member, ids, { under: positionIds[0], text });
  return { ids, positionIds, claimId: said.claim.id, edgeId: said.edges[0]?.id ?? "" };
}

/** A place that a claim shall get. */
export const to = (kind: TargetKind, id: string, side: "pro" | "con" = "con") => ({
  target: { kind, id },
  side,
});
export const outlineOf = (person: Person, ids: SceneDebate) =>
  person.call(readOutline, { params: ids });
export const undo = (person: Person, ids: SceneDebate, changeId: string) =>
  person.tryCall(undoStructureChange, { params: { ...ids, changeId } });

/** The argument as it stands, without what differs by who looks. */
export async function shapeOf(person: Person, ids: SceneDebate) {
  const { claims, edges, evidence } = await outlineOf(person, ids);
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    // A text that comes back is a new version all the same.
    claims: claims.map((claim) => ({ ...claim, version: 0 })).toSorted(byId),
    edges: edges.toSorted(byId),
    evidence: evidence.toSorted(byId),
  };
}
