import { useTranslation } from "react-i18next";
import { downloadFundingBundle, downloadPabulib } from "#shared/contract/funding.ts";
import type { FundingOutcome } from "#shared/contract/funding-outcome.ts";
import { pathOf } from "#shared/contract/request.ts";
import { BarChart } from "../ui/bar-chart.tsx";
import { Card } from "../ui/card.tsx";
import { CsvButton, type TextColumn } from "../ui/csv-button.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Comparison } from "./comparison.tsx";
import { Hints } from "./hints.tsx";
import { plainMoney, useMoney } from "./money.ts";
import type { OutcomeProps } from "./props.ts";
import { Recount } from "./recount.tsx";
import { useWhy } from "./why.ts";

type Row = FundingOutcome["projects"][number] & { title: string; cost: number };

function useRows({ view, outcome }: OutcomeProps): Row[] {
  const known = new Map(view.projects.map((project) => [project.id, project]));
  return outcome.projects
    .map((row) => {
      const project = known.get(row.id);
      return { ...row, title: project?.title ?? row.id, cost: project?.cost ?? 0 };
    })
    .toSorted((a, b) => b.amount - a.amount || b.points - a.points);
}

function useColumns({ view }: OutcomeProps): TextColumn<Row>[] {
  const { t, i18n } = useTranslation("funding");
  const { currency, settings } = view.round;
  const money = useMoney(currency);
  const why = useWhy(view.round);
  const number = (value: number) => value.toLocaleString(i18n.language);
  const columns: TextColumn<Row>[] = [
    { id: "title", header: t("table.project"), cell: ({ title }) => title },
    {
      id: "amount",
      header: t("table.gets"),
      cell: ({ amount }) => (amount === 0 ? t("table.nothing") : money(amount)),
      plain: ({ amount }) => plainMoney(amount),
    },
    {
      id: "cost",
      header: t("table.asked"),
      cell: ({ cost }) => money(cost),
      plain: ({ cost }) => plainMoney(cost),
    },
    {
      id: "people",
      header: t("table.people"),
      cell: ({ people }) => number(people),
      plain: ({ people }) => people,
    },
    {
      id: "points",
      header: t(settings.form === "pledges" ? "table.credits" : "table.points"),
      cell: ({ points }) => number(points),
      plain: ({ points }) => points,
    },
    { id: "why", header: t("table.why"), cell: (row) => why(row.why) },
  ];
  return settings.form === "approval" ? columns.filter(({ id }) => id !== "points") : columns;
}

/** An amount and its currency stay together, and reasons have room. */
const widths: Readonly<Record<string, string>> = {
  amount: "whitespace-nowrap",
  cost: "whitespace-nowrap",
  why: "min-w-80",
};

function Table(props: OutcomeProps) {
  const { t } = useTranslation("funding");
  const rows = useRows(props);
  const columns = useColumns(props);
  const numbers = ["amount", "cost", "people", "points"];
  return (
    <div className="space-y-2">
      <DataTable
        caption={t("table.caption")}
        stacks
        rows={rows}
        keyOf={({ id }) => id}
        columns={columns.map((column) => ({
          ...column,
          isHeader: column.id === "title",
          align: numbers.includes(column.id) ? "end" : "start",
          className: widths[column.id],
        }))}
      />
      <CsvButton name={props.view.round.title} columns={columns} rows={rows} />
    </div>
  );
}

function Picture(props: OutcomeProps) {
  const { t } = useTranslation("funding");
  const money = useMoney(props.view.round.currency);
  const rows = useRows(props);
  return (
    <BarChart
      title={t("picture.title")}
      unit={t("table.gets")}
      format={money}
      bars={rows.map(({ id, title, amount }) => ({
        id,
        label: title,
        value: amount,
        tone: amount > 0 ? "accent" : "muted",
        icon: amount > 0 ? "check" : undefined,
      }))}
    />
  );
}

function Files({ view, community }: OutcomeProps) {
  const { t } = useTranslation("funding");
  const params = { communityId: community.id, roundId: view.round.id };
  return (
    <p className="flex flex-wrap gap-4">
      <a className="link" href={pathOf(downloadFundingBundle, { params })} download>
        {t("files.bundle")}
      </a>
      {view.round.settings.form !== "pledges" && (
        <a className="link" href={pathOf(downloadPabulib, { params })} download>
          {t("files.pabulib")}
        </a>
      )}
    </p>
  );
}

/** What a round led to: who gets what and why, what other rules would fund, and how to check it. */
export function Outcome(props: OutcomeProps) {
  const { t } = useTranslation("funding");
  const { view, outcome } = props;
  const { round } = view;
  const money = useMoney(round.currency);
  const funded = outcome.projects.filter(({ amount }) => amount > 0).length;
  return (
    <Card as="section" className="space-y-8">
      <div>
        <h2 className="text-2xl">
          {t("outcome.heading", { count: funded, all: outcome.projects.length })}
        </h2>
        <p className="mt-1 text-muted">
          {t("outcome.spent", {
            spent: money(outcome.spent),
            budget: money(round.budget),
            count: outcome.voters,
          })}
          {outcome.share && ` ${t("outcome.share", shareWords(outcome.share, round.currency))}`}
        </p>
      </div>
      <Picture {...props} />
      <Table {...props} />
      <Comparison {...props} />
      <Hints {...props} />
      <div className="space-y-3">
        <h3 className="text-xl">{t("files.heading")}</h3>
        <Files {...props} />
        <Recount {...props} />
      </div>
    </Card>
  );
}

/** The share is in hundredths, with decimals: "1990.0000" is 19.90. */
function shareWords({ amount, raised }: NonNullable<FundingOutcome["share"]>, currency: string) {
  return { share: (Number(amount) / 100).toFixed(2), currency, count: raised };
}
