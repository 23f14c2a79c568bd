import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BarChart } from "../ui/bar-chart.tsx";
import { Card } from "../ui/card.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Progress } from "../ui/progress.tsx";
import { Section } from "./section.tsx";

const rows = [
  { id: "a", votes: 41, share: 0.48 },
  { id: "b", votes: 29, share: 0.34 },
  { id: "c", votes: 15, share: 0.18 },
] as const;

export function Figures() {
  const { t, i18n } = useTranslation("design");
  const [isLoading, setIsLoading] = useState(false);
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" });
  return (
    <Section title={t("figures.title")}>
      <Card className="max-w-2xl">
        <BarChart
          title={t("figures.result")}
          unit={t("figures.votes")}
          max={60}
          mark={{ value: 43, label: t("figures.majority") }}
          bars={rows.map(({ id, votes, share }, index) => ({
            id,
            label: t(`figures.option-${id}`),
            value: votes,
            note: percent.format(share),
            tone: index === 0 ? "accent" : "muted",
            icon: index === 0 ? "check" : undefined,
          }))}
          caption={t("figures.caption")}
        />
      </Card>
      <DataTable
        caption={t("figures.table")}
        rows={rows}
        keyOf={(row) => row.id}
        columns={[
          {
            id: "option",
            header: t("figures.option"),
            cell: (row) => t(`figures.option-${row.id}`),
            isHeader: true,
          },
          { id: "votes", header: t("figures.votes"), cell: (row) => row.votes, align: "end" },
          {
            id: "share",
            header: t("figures.share"),
            cell: (row) => percent.format(row.share),
            align: "end",
          },
        ]}
      />
      <div className="max-w-xl space-y-4">
        <Progress label={t("figures.import")} done={49_443} total={61_000} />
        <Progress label={t("figures.search")} done={1_921} total={null} />
      </div>
      <Markdown source={t("figures.markdown")} />
      <LoadMore
        hasMore
        isLoading={isLoading}
        onLoad={() => setIsLoading(!isLoading)}
        shown={20}
        total={128}
      />
    </Section>
  );
}
