import { Badge } from "../ui/badge.tsx";
import { DataTable } from "../ui/data-table.tsx";
import type { Report } from "./queries.ts";
import { type Telling, weightingInWords } from "./telling.ts";

/** The same ballots under every weighting that can be counted, side by side. */
export function WeightingsTable({ report, telling }: { report: Report; telling: Telling }) {
  const { t, words, titleOf, part } = telling;
  const list = new Intl.ListFormat(words.language, { type: "conjunction" });
  return (
    <DataTable
      caption={t("weightings.title")}
      hideCaption
      rows={report.weightings}
      keyOf={({ kind, percent }) => `${kind} ${percent ?? ""}`}
      columns={[
        {
          id: "weighting",
          header: t("weightings.weighting"),
          isHeader: true,
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              {weightingInWords(row, telling)}
              {row.isInForce && <Badge>{t("weightings.in-force")}</Badge>}
            </span>
          ),
        },
        {
          id: "winner",
          header: t("weightings.winner"),
          cell: (row) => <bdi>{list.format(row.winners.map(titleOf))}</bdi>,
        },
        {
          id: "lead",
          header: t("weightings.lead"),
          align: "end",
          cell: ({ lead }) => (lead ? part(lead) : "–"),
        },
        {
          id: "result",
          header: t("weightings.result"),
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              {t(`result.${row.result}`)}
              {row.differs !== "no" && (
                <Badge tone="warn" icon="warning">
                  {t(`weightings.differs-${row.differs}`)}
                </Badge>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}
