import type { z } from "zod";
import type {
  Claim,
  claimAdded,
  claimChanged,
  Outline,
  PlacedClaim,
  Position,
  positionAdded,
} from "#shared/contract/claims.ts";
import type { Evidence, evidenceAdded, evidenceWithdrawn } from "#shared/contract/evidence.ts";
import type { Author } from "#shared/contract/ids.ts";
import type { ModerationMark } from "#shared/contract/moderated.ts";
import type { claimsRearranged, Rearranged } from "#shared/contract/structure.ts";

interface Identified {
  readonly id: string;
  readonly version: number;
  readonly withdrawnAt?: string | undefined;
  readonly moderation?: ModerationMark | undefined;
}

/**
 * Puts one thing in the place of its former state, or at the end. What is older than what is known
 * is dropped: an answer may have overtaken the event that tells the same.
 */
function put<T extends Identified>(list: T[], item: T): T[] {
  const at = list.findIndex(({ id }) => id === item.id);
  const known = list[at];
  if (!known) return [...list, item];
  const isOlder =
    item.version < known.version ||
    // What its author took back stays so; what moderation hid may be shown again.
    (known.withdrawnAt !== undefined && !known.moderation && item.withdrawnAt === undefined);
  return isOlder ? list : list.with(at, item);
}

function withAuthors(outline: Outline, authors: readonly Author[]): Author[] {
  const known = new Set(outline.authors.map(({ id }) => id));
  const fresh = authors.filter(({ id }) => !known.has(id));
  return fresh.length === 0 ? outline.authors : [...outline.authors, ...fresh];
}

/** A claim with its place and sources, as an event or an answer tells of it. */
export function placeClaim<O extends Outline>(
  outline: O,
  { claim, edges, evidence }: PlacedClaim,
  authors: readonly Author[] = [],
): O {
  const known = new Set(outline.edges.map(({ id }) => id));
  const fresh = edges.filter(({ id }) => !known.has(id));
  return {
    ...outline,
    authors: withAuthors(outline, authors),
    claims: put(outline.claims, claim),
    edges: [...outline.edges, ...fresh],
    evidence: evidence.reduce(put, outline.evidence),
  };
}

/** A claim that was edited or withdrawn; with the latter its sources go. */
export function changeClaim<O extends Outline>(outline: O, claim: Claim): O {
  const isKnown = outline.claims.some(({ id }) => id === claim.id);
  if (!isKnown) return outline;
  const isGone = claim.withdrawnAt !== undefined;
  return {
    ...outline,
    claims: put(outline.claims, claim),
    evidence: isGone
      ? outline.evidence.filter(({ claimId }) => claimId !== claim.id)
      : outline.evidence,
    can: isGone ? withoutRight(outline, claim.id) : outline.can,
  };
}

export function putPosition<O extends Outline>(
  outline: O,
  position: Position,
  authors: readonly Author[] = [],
): O {
  const isGone = position.withdrawnAt !== undefined;
  return {
    ...outline,
    authors: withAuthors(outline, authors),
    positions: put(outline.positions, position),
    can: isGone ? withoutRight(outline, position.id) : outline.can,
  };
}

export function putEvidence<O extends Outline>(
  outline: O,
  evidence: Evidence,
  authors: readonly Author[] = [],
): O {
  return {
    ...outline,
    authors: withAuthors(outline, authors),
    evidence: put(outline.evidence, evidence),
  };
}

export function removeEvidence<O extends Outline>(outline: O, evidenceId: string): O {
  return { ...outline, evidence: outline.evidence.filter(({ id }) => id !== evidenceId) };
}

/** What a change of where claims stand did. */
export function rearrangeOutline<O extends Outline>(
  outline: O,
  { claims, edges, gone, evidence }: Rearranged,
  authors: readonly Author[] = [],
): O {
  const away = new Set([...gone, ...edges.map(({ id }) => id)]);
  const claimOf = new Map(evidence.map(({ id, claimId }) => [id, claimId]));
  return {
    ...outline,
    authors: withAuthors(outline, authors),
    claims: claims.reduce(put, outline.claims),
    edges: [...outline.edges.filter(({ id }) => !away.has(id)), ...edges],
    evidence: outline.evidence.map((source) => {
      const claimId = claimOf.get(source.id);
      return claimId === undefined ? source : { ...source, claimId };
    }),
  };
}

/** Notes that the reader wrote something, and so may change it. */
export function withRight<O extends Outline>(outline: O, ids: readonly string[]): O {
  const change = [...new Set([...outline.can.change, ...ids])];
  return { ...outline, can: { ...outline.can, change } };
}

function withoutRight({ can }: Outline, gone: string): Outline["can"] {
  return { ...can, change: can.change.filter((id) => id !== gone) };
}

/** What can happen to an argument, as the room tells it. */
export type ArgumentNews =
  | { readonly kind: "claim.added"; readonly payload: z.infer<(typeof claimAdded)["payload"]> }
  | { readonly kind: "claim.changed"; readonly payload: z.infer<(typeof claimChanged)["payload"]> }
  | {
      readonly kind: "rearranged";
      readonly payload: z.infer<(typeof claimsRearranged)["payload"]>;
    }
  | { readonly kind: "position"; readonly payload: z.infer<(typeof positionAdded)["payload"]> }
  | { readonly kind: "evidence"; readonly payload: z.infer<(typeof evidenceAdded)["payload"]> }
  | {
      readonly kind: "evidence.withdrawn";
      readonly payload: z.infer<(typeof evidenceWithdrawn)["payload"]>;
    };

/** The outline after some news; the same news twice changes nothing more. */
export function hear<O extends Outline>(outline: O, { kind, payload }: ArgumentNews): O {
  switch (kind) {
    case "claim.added":
      return placeClaim(outline, payload, payload.authors);
    case "claim.changed":
      return changeClaim(outline, payload.claim);
    case "rearranged":
      return rearrangeOutline(outline, payload, payload.authors);
    case "position":
      return putPosition(outline, payload.position, payload.authors);
    case "evidence":
      return putEvidence(outline, payload.evidence, payload.authors);
    case "evidence.withdrawn":
      return removeEvidence(outline, payload.evidenceId);
  }
}
