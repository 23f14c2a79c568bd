import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "#shared/contract/claims.ts";
import { TagLink } from "./marks.tsx";
import { useCuration } from "./use-curation.ts";

/** How many claims that stand have each tag, the most used first. */
export function countTags(
  claims: readonly Claim[],
  tags: ReadonlyMap<string, readonly string[]>,
): [string, number][] {
  const counts = new Map<string, number>();
  for (const { id, withdrawnAt, archivedAt } of claims) {
    if (withdrawnAt !== undefined || archivedAt !== undefined) continue;
    for (const tag of tags.get(id) ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}

/** The tags of a debate, with how many claims have each. */
export function TagList({ claims }: { claims: readonly Claim[] }) {
  const { t } = useTranslation("curation");
  const tags = useCuration()?.tags;
  const counts = useMemo(() => (tags ? countTags(claims, tags) : []), [claims, tags]);
  if (counts.length === 0) return null;
  return (
    <ul aria-label={t("tag.list")} data-no-print className="my-2 flex flex-wrap gap-2">
      {counts.map(([tag, count]) => (
        <li key={tag} className="max-w-full">
          <TagLink tag={tag} count={count} />
        </li>
      ))}
    </ul>
  );
}
