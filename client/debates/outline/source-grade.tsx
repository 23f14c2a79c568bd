import { useTranslation } from "react-i18next";
import { isContested, mainFault, reviewersOf } from "#shared/argument-sources/grade.ts";
import type { Evidence } from "#shared/contract/evidence.ts";
import type { ReviewSums } from "#shared/contract/reviews.ts";
import { Badge } from "../../ui/badge.tsx";
import { useOutline } from "./outline-context.ts";
import type { ClaimNode } from "./tree.ts";

/** What reviewers find of a source, in words. */
export function GradeWords({ sums }: { sums: ReviewSums | undefined }) {
  const { t } = useTranslation("debates");
  const count = sums ? reviewersOf(sums) : 0;
  if (!sums || count === 0) return t("review.none");
  const fault = mainFault(sums);
  const words = [t("review.grade.supports", { count, some: sums.supports })];
  if (fault) words.push(t(`review.grade.${fault}`, { count: sums[fault] }));
  return words.join("; ");
}

/** Reviews sway: they are seen by who reviewed that source, or asked to see. */
export function useIsGradeShown(): (source: Evidence) => boolean {
  const { isRevealed, verdicts } = useOutline();
  return ({ id }) => isRevealed || verdicts.mine.has(id);
}

/** What reviewers find of a source. */
export function SourceGrade({ source }: { source: Evidence }) {
  const { t } = useTranslation("debates");
  const { verdicts } = useOutline();
  const isShown = useIsGradeShown();
  const sums = verdicts.sums.get(source.id);
  if (!isShown(source)) return null;
  return (
    <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-sm text-muted">
      {sums && isContested(sums) && (
        <Badge tone="warn" icon="warning">
          {t("review.contested")}
        </Badge>
      )}
      <span>
        <GradeWords sums={sums} />
      </span>
    </p>
  );
}

/** Whether a claim has sources at all, and whether one of them is contested. */
export function SourceBadge({ node }: { node: ClaimNode }) {
  const { t } = useTranslation("debates");
  const { evidence, verdicts } = useOutline();
  const isShown = useIsGradeShown();
  const sources = evidence.get(node.claim.id) ?? [];
  if (node.claim.withdrawnAt !== undefined) return null;
  if (sources.length === 0) return <Badge>{t("review.noSource")}</Badge>;
  const contested = sources.some((source) => {
    const sums = verdicts.sums.get(source.id);
    return isShown(source) && sums !== undefined && isContested(sums);
  });
  return contested ? (
    <Badge tone="warn" icon="warning">
      {t("review.contestedSource")}
    </Badge>
  ) : null;
}
