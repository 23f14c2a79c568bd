import { useTranslation } from "react-i18next";
import type { FundingOutcome } from "#shared/contract/funding-outcome.ts";
import { CsvButton, type TextColumn } from "../ui/csv-button.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { plainMoney, useMoney } from "./money.ts";
import type { OutcomeProps } from "./props.ts";

type Compared = FundingOutcome["compared"][number];

/** What each rule would make of the same ballots: a what-if, which decides nothing. */
export function Comparison({ view, outcome }: OutcomeProps) {
  const { t, i18n } = useTranslation("funding");
  const money = useMoney(view.round.currency);
  const percent = (share: number) =>
    share.toLocaleString(i18n.language, { style: "percent", maximumFractionDigits: 1 });
  const titles = new Map(view.projects.map(({ id, title }) => [id, title]));
  const isShared = view.round.settings.rule === "quadratic";
  const fundedBy = ({ amounts }: Compared) =>
    Object.entries(amounts)
      .map(([id, amount]) => {
        const title = titles.get(id) ?? id;
        return isShared ? `${title} (${money(amount)})` : title;
      })
      .join(" · ");
  const columns: TextColumn<Compared>[] = [
    { id: "rule", header: t("compared.rule"), cell: ({ rule }) => t(`compared-rule.${rule}`) },
    { id: "funds", header: t("compared.funds"), cell: fundedBy },
    {
      id: "spent",
      header: t("compared.spent"),
      cell: ({ spent }) => money(spent),
      plain: ({ spent }) => plainMoney(spent),
    },
    {
      id: "satisfaction",
      header: t("compared.satisfaction"),
      cell: ({ satisfaction }) => percent(satisfaction / 1_000),
      plain: ({ satisfaction }) => satisfaction / 1_000,
    },
    {
      id: "excluded",
      header: t("compared.excluded"),
      cell: ({ excluded }) => percent(outcome.voters === 0 ? 0 : excluded / outcome.voters),
      plain: ({ excluded }) => excluded,
    },
  ];
  const numbers = ["spent", "satisfaction", "excluded"];
  return (
    <div className="space-y-2">
      <DataTable
        caption={t("compared.caption")}
        stacks
        rows={outcome.compared}
        keyOf={({ rule }) => rule}
        columns={columns.map((column) => ({
          ...column,
          isHeader: column.id === "rule",
          align: numbers.includes(column.id) ? "end" : "start",
          className: column.id === "funds" ? "min-w-60" : undefined,
        }))}
      />
      <CsvButton
        name={`${view.round.title} ${t("compared.rule")}`}
        columns={columns}
        rows={outcome.compared}
      />
      <p className="max-w-measure text-sm text-muted">{t("compared.means")}</p>
    </div>
  );
}
