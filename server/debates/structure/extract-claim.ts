import type { Position, TargetKind } from "#shared/contract/claims.ts";
import type { extractClaim as contract } from "#shared/contract/structure.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import type { Tx } from "../../platform/transact.ts";
import { checkTopic } from "../../topics/public.ts";
import { saveDebateRows } from "../bulk-store.ts";
import type { ClaimRow } from "../claim-store.ts";
import { evidenceOf } from "../outline-store.ts";
import { arrange, beginArranging, claimToArrange, type Scene } from "./arrange.ts";
import { claimsById } from "./structure-store.ts";

type Extraction = Call<typeof contract>;

/**
 * Makes a debate of its own of a claim: a draft with the claim as one answer and another one beside it. What is below
 * the claim is copied, under the names of who wrote it; here all stays as it is, with the way there.
 */
export async function extractClaim(deps: Deps, call: Extraction) {
  const { params, once } = call;
  const { claimId } = params;
  return deps.transact(async (tx) => {
    const scene = await beginArranging(tx, call);
    const claim = await claimToArrange(tx, call, { debate: scene.debate, claimId });
    // The topic of the debate that it comes from will do, in use or not.
    if (call.body.topic !== scene.debate.topic) {
      await checkTopic(tx.db, { ...params, topic: call.body.topic });
    }
    const extractedTo = await beginDebate(deps, tx, { call, claim });
    await copyBelow(deps, tx, { scene, claim, ...extractedTo });
    const before = { extractedTo: claim.extractedTo };
    const claims = [{ id: claimId, before, after: { extractedTo: extractedTo.debateId } }];
    return arrange(deps, tx, {
      asked: call,
      change: { kind: "extracted", claimId, does: { claims } },
    });
  }, once);
}

interface NewDebate {
  readonly debateId: string;
  readonly positionId: Position["id"];
}

async function beginDebate(
  { random }: Deps,
  tx: Tx,
  { call, claim }: { readonly call: Extraction; readonly claim: ClaimRow },
): Promise<NewDebate> {
  const { standing, body } = call;
  const { communityId, language } = claim;
  const { titles, ...question } = body;
  const debateId = random.id();
  const [positionId, otherId] = [random.id(), random.id()];
  const authorId = standing.participantId;
  const position = { communityId, debateId, authorId };
  await saveDebateRows(tx.db, {
    debates: [{ communityId, id: debateId, language, phase: "draft", authorId, ...question }],
    positions: [
      { ...position, id: positionId, title: titles[0] },
      { ...position, id: otherId, title: titles[1] },
    ],
  });
  return { debateId, positionId };
}

interface Copying extends NewDebate {
  readonly scene: Scene;
  readonly claim: ClaimRow;
}

/** What stands below a claim, the nearest first. */
function edgesBelow({ edges }: Scene, claimId: string) {
  const found = new Set<Scene["edges"][number]>();
  const reached = [claimId];
  for (const at of reached) {
    for (const edge of edges) {
      if (edge.targetId !== at || found.has(edge)) continue;
      found.add(edge);
      reached.push(edge.id, edge.claimId);
    }
  }
  return [...found];
}

async function copyBelow(deps: Deps, tx: Tx, copying: Copying): Promise<void> {
  const { scene, claim, debateId, positionId } = copying;
  const { communityId } = claim;
  const below = edgesBelow(scene, claim.id);
  const ids = [...new Set(below.map(({ claimId }) => claimId))];
  const claims = (await claimsById(tx.db, { communityId, ids })).filter(
    ({ archivedAt, withdrawnAt }) => archivedAt === null && withdrawnAt === null,
  );
  const copies = new Map([
    ...claims.map(({ id }) => [id, deps.random.id()] as const),
    ...below.map(({ id }) => [id, deps.random.id()] as const),
    [claim.id, positionId] as const,
  ]);
  const copyOf = (id: string) => copies.get(id) ?? "";
  const standing = below.filter(
    ({ claimId, targetId }) => copies.has(claimId) && copies.has(targetId),
  );
  const sources = await evidenceOf(tx.db, { communityId, debateId: claim.debateId });
  await saveDebateRows(tx.db, {
    claims: claims.map((one) => ({ ...one, debateId, id: copyOf(one.id), extractedTo: null })),
    edges: standing.map(({ id, claimId, side, targetKind, targetId }) => ({
      communityId,
      debateId,
      id: copyOf(id),
      claimId: copyOf(claimId),
      side,
      targetKind: targetId === claim.id ? ("position" as TargetKind) : targetKind,
      targetId: copyOf(targetId),
    })),
    evidence: sources
      .filter(({ claimId }) => claims.some(({ id }) => id === claimId))
      .map((one) => ({ ...one, debateId, id: deps.random.id(), claimId: copyOf(one.claimId) })),
  });
}
