import { useTranslation } from "react-i18next";
import type { DelegationFlow } from "#shared/contract/delegations.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { downloadCsv } from "../ui/csv.ts";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { useDay, usePercent, useVotes } from "./words.ts";

interface FlowTableProps {
  title: string;
  flows: readonly DelegationFlow[];
}

const keyOf = ({ from, to }: DelegationFlow) => `${from.id} ${to.id}`;

function useColumns(): Column<DelegationFlow>[] {
  const { t } = useTranslation("delegations");
  const nameOf = useNameOf();
  const percent = usePercent();
  const votes = useVotes();
  const day = useDay();
  return [
    {
      id: "from",
      header: t("table.from"),
      isHeader: true,
      className: "min-w-32",
      cell: ({ from }) => <bdi className="wrap-anywhere">{nameOf(from)}</bdi>,
    },
    {
      id: "to",
      header: t("table.to"),
      className: "min-w-32",
      cell: ({ to, isCycle }) => (
        <>
          <bdi className="wrap-anywhere">{nameOf(to)}</bdi>{" "}
          {isCycle && <Badge icon="warning">{t("table.circle")}</Badge>}
        </>
      ),
    },
    {
      id: "share",
      header: t("table.share"),
      align: "end",
      cell: (flow) => percent(flow.percent),
    },
    { id: "votes", header: t("table.votes"), align: "end", cell: ({ weight }) => votes(weight) },
    { id: "scope", header: t("table.scope"), cell: ({ scope }) => t(`scope.${scope}`) },
    {
      id: "until",
      header: t("table.until"),
      className: "whitespace-nowrap",
      cell: ({ expiresAt }) => day(expiresAt),
    },
  ];
}

/** The same as the picture shows, in words and numbers, to read and to take away. */
export function FlowTable({ title, flows }: FlowTableProps) {
  const { t } = useTranslation(["delegations", "ui"]);
  const columns = useColumns();
  const nameOf = useNameOf();
  const save = () =>
    downloadCsv(title, [
      (["from", "to", "share", "votes", "scope", "until"] as const).map((key) => t(`table.${key}`)),
      ...flows.map(({ from, to, percent, weight, scope, expiresAt }) => [
        nameOf(from),
        nameOf(to),
        percent,
        weight / 100,
        t(`scope.${scope}`),
        expiresAt,
      ]),
    ]);
  return (
    <div className="space-y-2">
      <DataTable caption={t("table.title")} columns={columns} rows={flows} keyOf={keyOf} />
      <Button size="small" variant="quiet" icon="download" onClick={save}>
        {t("ui:chart.csv")}
      </Button>
    </div>
  );
}
