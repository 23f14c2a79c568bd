import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import {
  addClaim,
  addPosition,
  type ClaimKind,
  editClaim,
  editPosition,
  withdrawClaim,
  withdrawPosition,
} from "#shared/contract/claims.ts";
import {
  addEvidence,
  editEvidence,
  type EvidenceDraft,
  withdrawEvidence,
} from "#shared/contract/evidence.ts";
import {
  rateRelevance,
  rateTruth,
  takeBackRelevance,
  takeBackTruth,
} from "#shared/contract/ratings.ts";
import { call } from "../lib/api.ts";
import type { Rating } from "../ui/rating-input.tsx";
import { useDebate } from "./debate-context.ts";
import {
  changeClaim,
  placeClaim,
  putEvidence,
  putPosition,
  removeEvidence,
  withRight,
} from "./outline-changes.ts";
import { changeOutline, type LiveOutline } from "./queries.ts";
import { type RatingKind, withMine } from "./ratings.ts";

/** Changes the outline of the debate around, and knows who does. */
function useOutlineChange() {
  const queries = useQueryClient();
  const { ids, me } = useDebate();
  return {
    ids,
    authors: me ? [me] : [],
    change: (by: (outline: LiveOutline) => LiveOutline) => changeOutline(queries, ids, by),
  };
}

export type NewClaim = z.input<(typeof addClaim)["body"]>;

/** Adds a claim; it stands in the outline as soon as the server has it. */
export function useAddClaim() {
  const { ids, authors, change } = useOutlineChange();
  return useMutation({
    mutationFn: (body: NewClaim) => call(addClaim, { params: ids, body }),
    onSuccess: (placed) =>
      change((outline) =>
        withRight(placeClaim(outline, placed, authors), [
          placed.claim.id,
          ...placed.evidence.map(({ id }) => id),
        ]),
      ),
  });
}

interface Words {
  readonly id: string;
  readonly version: number;
  readonly text: string;
}

export function useEditClaim() {
  const { ids, change } = useOutlineChange();
  return useMutation({
    mutationFn: ({ id, ...body }: Words & { kind: ClaimKind }) =>
      call(editClaim, { params: { ...ids, claimId: id }, body }),
    onSuccess: (claim) => change((outline) => changeClaim(outline, claim)),
  });
}

export function useWithdrawClaim() {
  const { ids, change } = useOutlineChange();
  return useMutation({
    mutationFn: (claimId: string) => call(withdrawClaim, { params: { ...ids, claimId } }),
    onSuccess: (claim) => change((outline) => changeClaim(outline, claim)),
  });
}

export function useAddPosition() {
  const { ids, authors, change } = useOutlineChange();
  return useMutation({
    mutationFn: (body: { title: string; text: string }) => call(addPosition, { params: ids, body }),
    onSuccess: (position) =>
      change((outline) => withRight(putPosition(outline, position, authors), [position.id])),
  });
}

export function useEditPosition() {
  const { ids, change } = useOutlineChange();
  return useMutation({
    mutationFn: ({ id, ...body }: Words & { title: string }) =>
      call(editPosition, { params: { ...ids, positionId: id }, body }),
    onSuccess: (position) => change((outline) => putPosition(outline, position)),
  });
}

export function useWithdrawPosition() {
  const { ids, change } = useOutlineChange();
  return useMutation({
    mutationFn: (positionId: string) => call(withdrawPosition, { params: { ...ids, positionId } }),
    onSuccess: (position) => change((outline) => putPosition(outline, position)),
  });
}

export type Source = z.input<typeof EvidenceDraft>;

export function useAddEvidence(claimId: string) {
  const { ids, authors, change } = useOutlineChange();
  return useMutation({
    mutationFn: (body: Source) => call(addEvidence, { params: { ...ids, claimId }, body }),
    onSuccess: (evidence) =>
      change((outline) => withRight(putEvidence(outline, evidence, authors), [evidence.id])),
  });
}

export function useEditEvidence(evidenceId: string) {
  const { ids, change } = useOutlineChange();
  return useMutation({
    mutationFn: (body: Source & { version: number }) =>
      call(editEvidence, { params: { ...ids, evidenceId }, body }),
    onSuccess: (evidence) => change((outline) => putEvidence(outline, evidence)),
  });
}

export function useWithdrawEvidence() {
  const { ids, change } = useOutlineChange();
  return useMutation({
    mutationFn: (evidenceId: string) => call(withdrawEvidence, { params: { ...ids, evidenceId } }),
    onSuccess: (_nothing, evidenceId) => change((outline) => removeEvidence(outline, evidenceId)),
  });
}

interface RatingOf {
  readonly kind: RatingKind;
  readonly id: string;
  /** Undefined takes the rating back. */
  readonly rating: Rating | undefined;
  /** What it was before, to go back to when the server refuses. */
  readonly before: Rating | undefined;
}

/** Rates at once, and takes it back where the server refuses. */
export function useRate() {
  const { ids, change } = useOutlineChange();
  const keep = (outline: LiveOutline, kind: RatingKind, of: Pick<RatingOf, "id" | "rating">) => ({
    ...outline,
    ratings: withMine(outline.ratings, kind, of),
  });
  return useMutation({
    // One after the other: of two that are on their way at once, the server may keep the first.
    scope: { id: `rate ${ids.debateId}` },
    mutationFn: ({ kind, id, rating }: RatingOf) => {
      if (kind === "truth") {
        const params = { ...ids, claimId: id };
        if (rating === undefined) return call(takeBackTruth, { params });
        return call(rateTruth, { params, body: { rating } });
      }
      const params = { ...ids, edgeId: id };
      if (rating === undefined) return call(takeBackRelevance, { params });
      return call(rateRelevance, { params, body: { rating } });
    },
    onMutate: ({ kind, id, rating }) => change((outline) => keep(outline, kind, { id, rating })),
    // Who has chosen anew since sees that.
    onError: (_error, { kind, id, rating, before }) =>
      change((outline) =>
        outline.ratings.mine[kind].get(id) === rating
          ? keep(outline, kind, { id, rating: before })
          : outline,
      ),
  });
}
