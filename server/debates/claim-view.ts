import type { Claim, Edge, Position } from "#shared/contract/claims.ts";
import type { Evidence, LinkCheck } from "#shared/contract/evidence.ts";
import type { ModerationMark } from "#shared/contract/moderated.ts";
import type { ClaimRow, EdgeRow } from "./claim-store.ts";
import type { EvidenceRow } from "./evidence-store.ts";
import type { PositionRow } from "./position-store.ts";

/** What was withdrawn says nothing any more; only its place is kept. */
const withdrawal = ({ withdrawnAt }: { readonly withdrawnAt: Date | null }) =>
  withdrawnAt === null ? {} : { text: "", withdrawnAt: withdrawnAt.toISOString() };

/** What moderation did to it, where it did something. */
const markOf = ({ moderation }: { readonly moderation: ModerationMark | null }) =>
  moderation === null ? {} : { moderation };

export function positionView(row: PositionRow): Position {
  const { id, title, text, authorId, version } = row;
  const createdAt = row.createdAt.toISOString();
  const bridges = row.bridges === null ? {} : { bridges: row.bridges };
  const byPanel = row.byPanel === null ? {} : { byPanel: row.byPanel };
  const said = { id, title, text, authorId, version, createdAt };
  const view = { ...said, ...bridges, ...byPanel, ...markOf(row) };
  return row.withdrawnAt === null ? view : { ...view, title: "", ...withdrawal(row) };
}

export function claimView(row: ClaimRow): Claim {
  const { id, text, language, authorId, version } = row;
  const createdAt = row.createdAt.toISOString();
  const said = { id, text, language, authorId, version, createdAt, ...markOf(row) };
  return { ...said, ...whereabouts(row), ...withdrawal(row) };
}

function whereabouts({ kind, archivedAt, mergedInto, extractedTo }: ClaimRow) {
  return {
    ...(kind === "assumption" && { kind }),
    ...(archivedAt && { archivedAt: archivedAt.toISOString() }),
    ...(mergedInto && { mergedInto }),
    ...(extractedTo && { extractedTo }),
  };
}

export function edgeView({ id, claimId, side, targetKind, targetId }: EdgeRow): Edge {
  return { id, claimId, side, targetKind, targetId };
}

export function evidenceView(row: EvidenceRow): Evidence {
  const { id, claimId, kind, url, title, publisher, publishedOn, quote, authorId, version } = row;
  return {
    id,
    claimId,
    kind,
    url,
    title,
    publisher,
    publishedOn,
    quote,
    authorId,
    version,
    createdAt: row.createdAt.toISOString(),
    ...markOf(row),
    ...checkOf(row),
  };
}

function checkOf(row: EvidenceRow): { check?: LinkCheck } {
  const { checkedAt, checkedStatus: status, checkedTitle, checkedHash: hash } = row;
  if (checkedAt === null) return {};
  return { check: { at: checkedAt.toISOString(), status, title: checkedTitle ?? "", hash } };
}
