import { Link } from "@tanstack/react-router";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { type ClaimNode, useDebate, useOutline } from "../debates/public.ts";
import { Badge } from "../ui/badge.tsx";
import { Icon } from "../ui/icons.tsx";
import { placeOfSide } from "./queries.ts";
import { useCuration } from "./use-curation.ts";

/** Whether a claim is found under a tag. */
export function useHasTag(tag: string | undefined): (claimId: string) => boolean {
  const tags = useCuration()?.tags;
  return useCallback(
    (claimId: string) => tag === undefined || tags?.get(claimId)?.includes(tag) === true,
    [tag, tags],
  );
}

interface TagLinkProps {
  tag: string;
  count?: number;
  tabIndex?: number;
}

/** A tag, which leads to all claims that have it. */
export function TagLink({ tag, count, tabIndex }: TagLinkProps) {
  const { t } = useTranslation("curation");
  const { slug, ids } = useDebate();
  return (
    <Link
      to="/c/$slug/d/$debateId/arguments"
      params={{ slug, debateId: ids.debateId }}
      search={{ tag }}
      resetScroll={false}
      tabIndex={tabIndex}
      title={t("tag.show", { tag })}
      className="inline-flex min-h-7 max-w-full items-center gap-1 rounded-full border border-line bg-surface px-2.5 text-sm text-muted no-underline hover:border-ink hover:text-ink"
    >
      <Icon name="tag" size={14} />
      <bdi className="truncate">{tag}</bdi>
      {count !== undefined && <span className="tabular-nums">({count})</span>}
    </Link>
  );
}

interface CuratedMarksProps {
  node: ClaimNode;
  tabIndex: number;
}

/** What those who curate say of a claim at this place: the strongest of its side, pinned, its tags. */
export function CuratedMarks({ node, tabIndex }: CuratedMarksProps) {
  const { t } = useTranslation("curation");
  const { curated: curation } = useOutline();
  const { claim, edge, parent } = node;
  if (!curation || claim.withdrawnAt !== undefined) return null;
  const strongest = curation.strongest.get(placeOfSide(parent.id, edge.side));
  const isStrongest = parent.kind === "position" && strongest === claim.id;
  const tags = curation.tags.get(claim.id) ?? [];
  const isPinned = curation.pins.includes(claim.id);
  if (!isStrongest && !isPinned && tags.length === 0) return null;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2">
      {isStrongest && (
        <Badge icon="star" tone={edge.side}>
          {t(`strongest.${edge.side}`)}
        </Badge>
      )}
      {isPinned && <Badge icon="pin">{t("pin.mark")}</Badge>}
      {tags.map((tag) => (
        <TagLink key={tag} tag={tag} tabIndex={tabIndex} />
      ))}
    </div>
  );
}
