import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Outlook as Foreseen, outlookOf, type Scenario } from "#shared/treasury/index.ts";
import { Figure } from "../decisions/public.ts";
import { useMoney, plainMoney } from "../funding/public.ts";
import { DataTable } from "../ui/data-table.tsx";
import { Select } from "../ui/select.tsx";
import { MoneyLines } from "./money-lines.tsx";
import { monthIn, monthsFrom } from "./months.ts";
import type { FiguresProps } from "./props.ts";

/** Months to come that are drawn. */
const horizon = 24;
const growths = [0, 10, 20, 30, 50, 100];

const scenarios = ["as-now", "lost", "dearer", "both"] as const;
type Id = (typeof scenarios)[number];
const looks = {
  "as-now": { line: "stroke-accent" },
  lost: { line: "stroke-con", dash: "8 4" },
  dearer: { line: "stroke-pro", dash: "2 4" },
  both: { line: "stroke-ink", dash: "10 3 2 3" },
} as const satisfies Record<Id, object>;

const supposed = (growth: number): Record<Id, Scenario> => ({
  "as-now": { losesLargest: false, growth: 0 },
  lost: { losesLargest: true, growth: 0 },
  dearer: { losesLargest: false, growth },
  both: { losesLargest: true, growth },
});

interface ForeseenScenario extends Foreseen {
  readonly id: Id;
  readonly label: string;
}

/** What the months to come would bring, by what happened so far. */
function useForeseen({ figures }: FiguresProps, growth: number): ForeseenScenario[] {
  const { t } = useTranslation("treasury");
  const { pace, balance } = figures;
  if (!pace) return [];
  const { months, in: came, out, largest } = pace;
  const exact = { months, in: BigInt(came), out: BigInt(out), largest: BigInt(largest) };
  return scenarios.map((id) => ({
    id,
    label: t(`outlook.${id}`, { growth }),
    ...outlookOf({ balance: BigInt(balance), pace: exact }, supposed(growth)[id], horizon),
  }));
}

function Lasting({ foreseen }: { foreseen: readonly ForeseenScenario[] }) {
  const { t } = useTranslation("treasury");
  return (
    <DataTable
      caption={t("outlook.lasting")}
      hideCaption
      rows={foreseen}
      keyOf={({ id }) => id}
      columns={[
        { id: "label", header: t("outlook.if"), cell: ({ label }) => label, isHeader: true },
        {
          id: "lasts",
          header: t("outlook.lasts"),
          align: "end",
          cell: ({ lasts }) =>
            lasts === null ? t("outlook.no-end") : t("months", { count: lasts }),
        },
      ]}
    />
  );
}

function Picture({
  figures,
  community,
  foreseen,
}: FiguresProps & { foreseen: readonly ForeseenScenario[] }) {
  const { t, i18n } = useTranslation("treasury");
  const money = useMoney(figures.currency);
  const thisMonth = figures.months.at(-1)?.month;
  if (!thisMonth) return null;
  const months = monthsFrom(thisMonth, horizon + 1);
  const named = (month: string) => monthIn(i18n.language, month);
  const at = ({ balances }: ForeseenScenario, place: number) => Number(balances[place] ?? 0n);
  const rows = months.map((month, place) => ({ month, place }));
  return (
    <Figure
      title={t("outlook.title")}
      name={`${community.name} ${t("outlook.title")} ${figures.currency}`}
      rows={rows}
      keyOf={({ month }) => month}
      columns={[
        {
          id: "month",
          header: t("column.month"),
          cell: ({ month }) => named(month),
          plain: ({ month }) => month,
        },
        ...foreseen.map((one) => ({
          id: one.id,
          header: one.label,
          cell: ({ place }: (typeof rows)[number]) => money(at(one, place)),
          plain: ({ place }: (typeof rows)[number]) => plainMoney(at(one, place)),
        })),
      ]}
      caption={t("outlook.means", { count: figures.pace?.months ?? 0 })}
    >
      <MoneyLines
        label={t("outlook.picture", { count: horizon })}
        ends={[named(thisMonth), named(months.at(-1) ?? thisMonth)]}
        series={foreseen.map((one) => ({
          id: one.id,
          label: one.label,
          values: months.map((_, place) => at(one, place)),
          look: looks[one.id],
        }))}
      />
    </Figure>
  );
}

/** How it goes on if all stays as it was, if the largest funder is lost, if costs grow, and both. */
export function Outlook(props: FiguresProps) {
  const { t } = useTranslation("treasury");
  const [growth, setGrowth] = useState(20);
  const foreseen = useForeseen(props, growth);
  if (foreseen.length === 0) return <p className="text-muted">{t("outlook.not-yet")}</p>;
  return (
    <div className="space-y-6">
      <Select
        label={t("outlook.growth")}
        name="growth"
        className="max-w-72"
        value={String(growth)}
        onChange={({ target }) => setGrowth(Number(target.value))}
      >
        {growths.map((one) => (
          <option key={one} value={one}>
            {t("outlook.by", { growth: one })}
          </option>
        ))}
      </Select>
      <Lasting foreseen={foreseen} />
      <Picture {...props} foreseen={foreseen} />
    </div>
  );
}
