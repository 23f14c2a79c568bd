import { useTranslation } from "react-i18next";
import { useMoney } from "../funding/public.ts";
import { Banner } from "../ui/banner.tsx";
import { BarChart } from "../ui/bar-chart.tsx";
import type { FiguresProps } from "./props.ts";

/** Who the money comes from, and how much hangs on one of them. */
export function FundersFigure({ figures }: FiguresProps) {
  const { t, i18n } = useTranslation("treasury");
  const { funders, currency } = figures;
  const money = useMoney(currency);
  if (!funders) return <p className="text-muted">{t("funders.none")}</p>;
  const percent = new Intl.NumberFormat(i18n.language, {
    style: "percent",
    maximumFractionDigits: 1,
  });
  const plain = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const [largest] = funders.list;
  const share = percent.format(funders.topShare);
  return (
    <div className="space-y-4">
      {funders.isOneOverHalf && largest && (
        <Banner tone="warn">{t("funders.over-half", { share, name: largest.name })}</Banner>
      )}
      <BarChart
        title={t("funders.title")}
        unit={t("column.amount")}
        format={money}
        bars={funders.list.map(({ name, amount }) => ({
          id: name,
          label: name,
          value: amount,
          tone: amount * 2 > funders.total ? ("con" as const) : ("accent" as const),
        }))}
        caption={
          <>
            {t("funders.sentence", {
              count: funders.count,
              share,
              gini: plain.format(funders.gini),
            })}{" "}
            {t("funders.means")}
          </>
        }
      />
    </div>
  );
}
