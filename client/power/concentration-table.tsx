import { DataTable } from "../ui/data-table.tsx";
import type { Report } from "./queries.ts";
import type { Telling } from "./telling.ts";

const figures = ["gini", "herfindahl", "top1", "top5", "top10", "nakamoto", "holders"] as const;
type FigureId = (typeof figures)[number];
type Concentration = Report["voters"];

function valueOf(held: Concentration, id: FigureId, { figure, share, words }: Telling): string {
  if (id === "nakamoto") return held.nakamoto === null ? "–" : words.number(held.nakamoto);
  if (id === "holders") return words.number(held.holders);
  return id === "gini" || id === "herfindahl" ? figure(held[id]) : share(held[id]);
}

/** How weight is held, in figures with what each of them says. */
export function ConcentrationTable({ report, telling }: { report: Report; telling: Telling }) {
  const { t } = telling;
  return (
    <DataTable
      caption={t("concentration.title")}
      hideCaption
      rows={figures}
      keyOf={(id) => id}
      columns={[
        {
          id: "figure",
          header: t("concentration.figure"),
          isHeader: true,
          cell: (id) => (
            <>
              {t(`figure.${id}.name`)}
              <span className="block max-w-measure text-sm font-normal text-muted">
                {t(`figure.${id}.text`)}
              </span>
            </>
          ),
        },
        {
          id: "electorate",
          header: t("group.electorate"),
          align: "end",
          cell: (id) => valueOf(report.electorate, id, telling),
        },
        {
          id: "voters",
          header: t("group.voters"),
          align: "end",
          cell: (id) => valueOf(report.voters, id, telling),
        },
      ]}
    />
  );
}
