import {
  type addClaim as contract,
  claimAdded,
  type PlacedClaim,
} from "#shared/contract/claims.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { orderChecks } from "./check-link.ts";
import { findTarget, hasClaimAt, saveClaim } from "./claim-store.ts";
import { claimView, edgeView, evidenceView } from "./claim-view.ts";
import { saveEvidence } from "./evidence-store.ts";
import { mayAddClaim } from "./policy.ts";
import { lockPlaces } from "./revision-store.ts";
import { type DebateRow, touchDebate } from "./store.ts";
import { authorOf, checkStands, debateToWriteIn, refuseDuplicate } from "./writing.ts";

/** Says one thing for or against a position or a claim, with its sources. */
export async function addClaim(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, once } = call;
  const { communityId, debateId } = params;
  return deps.transact(async (tx) => {
    const debate = await debateToWriteIn(tx, call, mayAddClaim);
    await checkPlace(tx, call);
    const placed = await place(tx, { call, debate, id: deps.random.id });
    const { evidence: sources } = placed;
    await orderChecks(
      deps,
      tx,
      sources.map(({ id }) => ({ communityId, debateId, id })),
    );
    await touchDebate(tx.db, params);
    await tx.record(claimAdded, {
      communityId,
      debateId,
      ...placed,
      authors: [authorOf(standing)],
    });
    const subject = { kind: "claim" as const, id: placed.claim.id };
    const moderation = await deps.screen(tx, { standing, debateId, subject });
    return moderation ? { ...placed, claim: { ...placed.claim, moderation } } : placed;
  }, once);
}

/** What it speaks to must be there and stand, and say nothing of the kind yet. */
async function checkPlace(tx: Tx, { params, body }: Call<typeof contract>): Promise<void> {
  const { target, text } = body;
  await lockPlaces(tx.db, [target.id]);
  const found = await findTarget(tx.db, params, target);
  if (!found) refuseField("not-found", "target/id", because(`no-such-${target.kind}`));
  if (found.withdrawnAt !== null) throw new Refusal("withdrawn", because("target-withdrawn"));
  checkStands(found);
  const { communityId } = params;
  refuseDuplicate(await hasClaimAt(tx.db, { communityId, targetIds: [target.id] }, { text }));
}

interface Placing {
  readonly call: Call<typeof contract>;
  readonly debate: DebateRow;
  id(): string;
}

async function place(tx: Tx, { call, debate, id }: Placing): Promise<PlacedClaim> {
  const { standing, params, body } = call;
  const { communityId, debateId } = params;
  const claimId = id();
  const common = { communityId, debateId, authorId: standing.participantId };
  const { claim, edge } = await saveClaim(
    tx.db,
    {
      ...common,
      id: claimId,
      text: body.text,
      kind: body.kind,
      language: body.language ?? debate.language,
    },
    {
      communityId,
      debateId,
      claimId,
      id: id(),
      side: body.side,
      targetKind: body.target.kind,
      targetId: body.target.id,
    },
  );
  const sources = await saveEvidence(
    tx.db,
    body.evidence.map((draft) => ({ ...common, ...draft, claimId, id: id() })),
  );
  return {
    claim: claimView(claim),
    edges: [edgeView(edge)],
    evidence: sources.map(evidenceView),
  };
}
