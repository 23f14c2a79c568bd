import { useTranslation } from "react-i18next";
import type { RelevanceSum } from "#shared/contract/ratings.ts";
import { cx } from "../../ui/cx.ts";
import { remembered } from "../../ui/remembered.ts";
import { meanOf, type RatingKind } from "../ratings.ts";
import { StandingLine } from "./standing-line.tsx";
import { useOutline } from "./outline-context.ts";
import type { ClaimNode } from "./tree.ts";

const steps = [1, 2, 3, 4] as const;

const numbers = remembered(
  (language) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }),
);

/** Four bars, as full as the mean; the number stands beside them. */
function Meter({ mean }: { mean: number }) {
  return (
    <span aria-hidden="true" className="inline-flex items-end gap-0.5">
      {steps.map((step) => (
        <span
          key={step}
          className={cx(
            "h-3 w-2 rounded-[1px] border border-ink",
            mean >= step - 0.5 ? "bg-ink" : "bg-transparent",
          )}
        />
      ))}
    </span>
  );
}

interface RatingLineProps {
  kind: RatingKind;
  sum: RelevanceSum | undefined;
}

function RatingLine({ kind, sum }: RatingLineProps) {
  const { t, i18n } = useTranslation("debates");
  const mean = meanOf(sum);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 text-sm text-muted tabular-nums">
      <span>{t(`rating.${kind}`)}</span>
      {mean === null ? (
        <span>{t("rating.none")}</span>
      ) : (
        <>
          <Meter mean={mean} />
          <span className="text-ink">{numbers(i18n.language).format(mean)}</span>
          <span>{t("rating.by", { count: sum?.count ?? 0 })}</span>
        </>
      )}
      {sum?.unknown !== undefined && <span>{t("rating.unknown", { count: sum.unknown })}</span>}
      {sum?.former !== undefined && <span>{t("rating.former", { count: sum.former })}</span>}
    </span>
  );
}

/** What people think of a claim: shown once one has rated it oneself, or asked to see. */
export function RatingLines({ node }: { node: ClaimNode }) {
  const { ratings, isRevealed } = useOutline();
  const { claim, edge } = node;
  const isShown = (kind: RatingKind, id: string) => isRevealed || ratings.mine[kind].has(id);
  const truth = isShown("truth", claim.id);
  const relevance = isShown("relevance", edge.id);
  if (claim.withdrawnAt !== undefined || !(truth || relevance)) return null;
  return (
    <p className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
      {truth && <RatingLine kind="truth" sum={ratings.sums.truth.get(claim.id)} />}
      {relevance && <RatingLine kind="relevance" sum={ratings.sums.relevance.get(edge.id)} />}
      <StandingLine node={node} />
    </p>
  );
}
