import { useId } from "react";
import type { FundingWork } from "#shared/voting/funding-work.ts";
import { fineMoneyIn, plainMoney, useMoney } from "../../funding/public.ts";
import { CsvButton, type TextColumn } from "../../ui/csv-button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { useWords } from "../words.ts";
import { MoneyBar } from "./money-bar.tsx";
import type { PictureProps } from "./picture.ts";
import { ScoreBars } from "./score-bars.tsx";
import { amountText } from "./step-in-words.ts";

interface Priced extends PictureProps {
  funding: FundingWork;
  currency: string;
  costs: Readonly<Record<string, number>>;
}

type Fared = NonNullable<FundingWork["options"]>[number];

interface Row {
  readonly option: string;
  readonly title: string;
  readonly cost: number;
  readonly approvals: bigint;
  readonly funded: "yes" | "no" | "open";
  /** undefined while a tie is open */
  readonly fared: Fared | undefined;
}

function rowsOf(props: Priced): Row[] {
  const { tally, funding, costs, titleOf } = props;
  return tally.scores.map(({ option, score }) => ({
    option,
    title: titleOf(option),
    cost: costs[option] ?? 0,
    approvals: score,
    funded: fundedOf(props, option),
    fared: funding.options?.find((one) => one.option === option),
  }));
}

/** What wins the count is not funded where a quorum, a share or something else that is asked besides is missing. */
function fundedOf({ tally: { tie }, carried }: PictureProps, option: string): Row["funded"] {
  if (carried.includes(option)) return "yes";
  return tie?.rule === "none" && tie.between.includes(option) ? "open" : "no";
}

/** Prices and shares have six decimals of a hundredth, and are of one unit of weight. */
function useFineMoney(currency: string, denominator: number) {
  const { language } = useWords();
  return (fine: string) => fineMoneyIn(language, Number(fine) * denominator, currency);
}

/** Why an option was paid for or not, and by whom. */
function useWhy(props: Priced) {
  const { t, number } = useWords();
  const { tally, currency } = props;
  const { denominator } = tally;
  const money = useMoney(currency);
  const fine = useFineMoney(currency, denominator);
  return ({ option, funded, fared }: Row): string => {
    if (!fared) return t(`funding-why.${funded}`);
    if (funded === "no" && tally.winners.includes(option)) return t("funding-why.not-decided");
    const { why, price, inFull, emptied, left } = fared;
    const values = {
      price: fine(price ?? "0"),
      inFull: number(inFull / denominator),
      emptied: number(emptied / denominator),
      left: money(left ?? 0),
    };
    return t(`funding-why.${why === "bought" && emptied > 0 ? "bought-emptied" : why}`, values);
  };
}

function useColumns(props: Priced): TextColumn<Row>[] {
  const words = useWords();
  const { t } = words;
  const { tally, currency } = props;
  const money = useMoney(currency);
  const why = useWhy(props);
  const { denominator } = tally;
  return [
    { id: "option", header: t("funding-table.option"), cell: ({ title }) => title },
    {
      id: "cost",
      header: t("funding-table.cost"),
      cell: ({ cost }) => money(cost),
      plain: ({ cost }) => plainMoney(cost),
    },
    {
      id: "approvals",
      header: t("measure.approvals"),
      cell: ({ approvals }) => amountText(approvals, { words, denominator }),
      plain: ({ approvals }) => Number(approvals) / denominator,
    },
    {
      id: "funded",
      header: t("funding-table.funded"),
      cell: ({ funded }) => t(`funding-table.${funded}`),
    },
    { id: "why", header: t("funding-table.why"), cell: why },
  ];
}

function Table(props: Priced) {
  const { t } = useWords();
  const rows = rowsOf(props);
  const columns = useColumns(props);
  const numbers = ["cost", "approvals"];
  return (
    <div className="space-y-2">
      <DataTable
        caption={t("funding-table.caption")}
        stacks
        rows={rows}
        keyOf={({ option }) => option}
        columns={columns.map((column) => ({
          ...column,
          isHeader: column.id === "option",
          align: numbers.includes(column.id) ? "end" : "start",
          className:
            column.id === "why" ? "min-w-72" : column.id === "cost" ? "text-nowrap" : undefined,
        }))}
      />
      <CsvButton name={props.decision.title} columns={columns} rows={rows} />
    </div>
  );
}

/** How much of the budget is spent, and what everybody could spend in the end. */
function Spent(props: Priced) {
  const { t } = useWords();
  const { funding, currency, tally } = props;
  const { amount, raised } = funding.share;
  const id = useId();
  const money = useMoney(currency);
  const fine = useFineMoney(currency, tally.denominator);
  const spent = rowsOf(props)
    .filter(({ funded }) => funded === "yes")
    .reduce((sum, { cost }) => sum + cost, 0);
  const values = {
    spent: money(spent),
    budget: money(funding.budget),
    left: money(funding.budget - spent),
  };
  return (
    <section aria-labelledby={id} className="space-y-2">
      <h3 id={id} className="text-xl">
        {t("funding-spent.title")}
      </h3>
      <p className="tabular-nums">{t("funding-spent.of", values)}</p>
      <MoneyBar spent={spent} budget={funding.budget} />
      <p className="max-w-measure text-sm text-muted">
        {t(raised > 0 ? "funding-spent.raised" : "funding-spent.share", {
          first: fine(String((Number(amount) * 100) / (100 + raised))),
          share: fine(amount),
        })}
      </p>
    </section>
  );
}

/** What would be funded if most approvals alone decided: a what-if, which decides nothing. */
function Greedy({ funding, currency, titleOf }: Priced) {
  const { t, titles } = useWords();
  const id = useId();
  const money = useMoney(currency);
  const { funded, spent, level } = funding.greedy;
  return (
    <section aria-labelledby={id} className="space-y-2">
      <h3 id={id} className="text-xl">
        {t("funding-greedy.title")}
      </h3>
      <p className="max-w-measure">
        {funded.length > 0
          ? t("funding-greedy.funds", { options: titles(funded.map(titleOf)), spent: money(spent) })
          : t("funding-greedy.nothing", { spent: money(spent) })}
      </p>
      {level.map(({ between }) => (
        <p key={between.join()} className="max-w-measure">
          {t("funding-greedy.level", { options: titles(between.map(titleOf)) })}
        </p>
      ))}
      <p className="max-w-measure text-sm text-muted">{t("funding-greedy.means")}</p>
    </section>
  );
}

/** What a budget was spent on: how much of it, what each option got and why, and what most approvals alone would fund. */
export function FundingResult(props: PictureProps) {
  const { settings } = props.decision;
  const { funding } = props.tally;
  if (settings.method !== "budget" || !funding) return null;
  const priced = { ...props, funding, currency: settings.currency, costs: settings.costs };
  return (
    <div className="space-y-10">
      <Spent {...priced} />
      <ScoreBars {...props} />
      <Table {...priced} />
      <Greedy {...priced} />
    </div>
  );
}
