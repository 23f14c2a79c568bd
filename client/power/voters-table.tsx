import { Byline } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { downloadCsv } from "../ui/csv.ts";
import { DataTable } from "../ui/data-table.tsx";
import type { Power, Report } from "./queries.ts";
import type { Telling } from "./telling.ts";

type Voter = NonNullable<Report["indices"]>["top"][number];

interface TableProps {
  report: Report;
  people: Power["people"];
  telling: Telling;
  name: string;
  /** No part of the weight decides about everything. */
  isWithoutQuota: boolean;
}

/** The voters with most weight, and how much each of them can decide. */
export function VotersTable(props: TableProps) {
  const { report, people, telling, name, isWithoutQuota } = props;
  const { t, weight, share, nameOf, figure } = telling;
  const { indices } = report;
  if (!indices) {
    const why = isWithoutQuota ? "voters.own-parts" : "voters.nameless";
    return <p className="max-w-measure text-muted">{t(why)}</p>;
  }
  const personOf = (id: string) => people.find((one) => one.id === id);
  const numbers: { id: keyof Voter; text: (voter: Voter) => string }[] = [
    { id: "weight", text: (voter) => weight(voter.weight) },
    { id: "share", text: (voter) => share(voter.share) },
    { id: "banzhaf", text: (voter) => share(voter.banzhaf) },
    { id: "shapleyShubik", text: (voter) => share(voter.shapleyShubik) },
  ];
  const save = () =>
    downloadCsv(`${name} ${t("voters.title")}`, [
      [t("voters.voter"), ...numbers.map(({ id }) => t(`voters.${id}`))],
      ...indices.top.map((voter) => [nameOf(voter.id), ...numbers.map(({ text }) => text(voter))]),
    ]);
  return (
    <>
      <DataTable
        caption={t("voters.title")}
        hideCaption
        rows={indices.top}
        keyOf={({ id }) => id}
        empty={<p className="py-3 text-muted">{t("voters.none")}</p>}
        columns={[
          {
            id: "voter",
            header: t("voters.voter"),
            isHeader: true,
            cell: ({ id }) => <Byline person={personOf(id) ?? { id, name: "–" }} />,
          },
          ...numbers.map(({ id, text }) => ({
            id,
            header: t(`voters.${id}`),
            align: "end" as const,
            cell: text,
          })),
        ]}
      />
      <p className="mt-3 max-w-measure text-sm text-muted">
        {t(`voters.by-${indices.method}`, { error: figure(indices.error * 100) })}
      </p>
      {indices.top.length > 0 && (
        <Button size="small" variant="quiet" icon="download" className="mt-2" onClick={save}>
          {t("ui:chart.csv")}
        </Button>
      )}
    </>
  );
}
