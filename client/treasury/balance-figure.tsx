import { useTranslation } from "react-i18next";
import { Figure } from "../decisions/public.ts";
import { useMoney, plainMoney } from "../funding/public.ts";
import { MoneyLines } from "./money-lines.tsx";
import { monthIn } from "./months.ts";
import type { FiguresProps } from "./props.ts";

/** What there was at the end of each month. */
export function BalanceFigure({ figures, community }: FiguresProps) {
  const { t, i18n } = useTranslation("treasury");
  const { months, currency } = figures;
  const money = useMoney(currency);
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return null;
  const named = (month: string) => monthIn(i18n.language, month);
  const amount = (id: "in" | "out" | "balance") => ({
    id,
    header: t(`column.${id}`),
    cell: (row: (typeof months)[number]) => money(row[id]),
    plain: (row: (typeof months)[number]) => plainMoney(row[id]),
  });
  return (
    <Figure
      level={2}
      title={t("balance.title")}
      name={`${community.name} ${t("balance.title")} ${currency}`}
      rows={months}
      keyOf={({ month }) => month}
      columns={[
        {
          id: "month",
          header: t("column.month"),
          cell: ({ month }) => named(month),
          plain: ({ month }) => month,
        },
        amount("in"),
        amount("out"),
        amount("balance"),
      ]}
      caption={t("balance.means")}
    >
      <MoneyLines
        label={t("balance.picture", { amount: money(last.balance), month: named(last.month) })}
        ends={[named(first.month), named(last.month)]}
        series={[
          {
            id: "balance",
            label: t("column.balance"),
            values: months.map(({ balance }) => balance),
            look: { line: "stroke-accent" },
          },
        ]}
      />
    </Figure>
  );
}
