import { Figure } from "../decisions/public.ts";
import { cx } from "../ui/cx.ts";
import type { Accountability } from "./queries.ts";
import { useWords, type Words } from "./words.ts";

type MonthRow = Accountability["months"][number];

/** What a column is made of, from its foot up: each action is in one part. */
const parts = ["overturned", "appealed", "standing"] as const;
type Part = (typeof parts)[number];
const fills: Record<Part, string> = {
  overturned: "bg-con",
  appealed: "bg-accent",
  standing: "bg-line-strong",
};

function countOf({ tally }: MonthRow, part: Part): number {
  if (part === "overturned") return tally.overturned;
  return part === "appealed" ? tally.appealed - tally.overturned : tally.actions - tally.appealed;
}

function Legend() {
  const { t } = useWords();
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {parts.map((part) => (
        <li key={part} className="flex items-center gap-2">
          <span
            aria-hidden="true"
            className={cx("size-3.5 rounded-xs border border-ink/60", fills[part])}
          />
          {t(`months.${part}`)}
        </li>
      ))}
    </ul>
  );
}

function Columns({ months }: { months: readonly MonthRow[] }) {
  const { month, number, t } = useWords();
  const most = Math.max(1, ...months.map(({ tally }) => tally.actions));
  return (
    <div className="space-y-3">
      <div
        role="region"
        aria-label={t("column.actions")}
        tabIndex={0}
        className="relative overflow-x-auto pb-1"
      >
        <ol className="flex min-w-fit gap-1.5">
          {months.map((row) => (
            <li
              key={row.month}
              className="relative flex w-12 min-w-12 flex-1 flex-col text-center text-xs"
            >
              <span className="sr-only">
                {t("months.column", {
                  month: month(row.month),
                  actions: number(row.tally.actions),
                  appealed: number(row.tally.appealed),
                  overturned: number(row.tally.overturned),
                })}
              </span>
              <span aria-hidden="true" className="flex h-44 flex-col justify-end">
                <span className="tabular-nums">
                  {row.tally.actions > 0 && number(row.tally.actions)}
                </span>
                {parts.toReversed().map((part) => (
                  <span
                    key={part}
                    className={cx("block border-t border-paper first:rounded-t-xs", fills[part])}
                    style={{ height: `${(countOf(row, part) / most) * 88}%` }}
                  />
                ))}
              </span>
              <span aria-hidden="true" className="border-t border-line pt-1 text-muted">
                {month(row.month)}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <Legend />
    </div>
  );
}

/** All that is known of a month, for the table and the file. */
function columnsIn({ t, month, number, percent, duration }: Words) {
  const counted = (["actions", "appealed", "overturned", "modified", "upheld"] as const).map(
    (which) => ({
      id: which as string,
      header: t(`column.${which}`),
      cell: ({ tally }: MonthRow) => number(tally[which]),
      plain: ({ tally }: MonthRow): string | number => tally[which],
    }),
  );
  const shares = (["appealedShare", "overturnedShare"] as const).map((which) => ({
    id: which as string,
    header: t(`column.${which}`),
    cell: ({ tally }: MonthRow) => {
      const share = tally[which];
      if (share === null) return "–";
      const range = { low: percent(share.low), high: percent(share.high) };
      return t("shareBetween", { share: percent(share.share), ...range });
    },
    plain: ({ tally }: MonthRow): string | number => tally[which]?.share ?? "",
  }));
  const name = {
    id: "month",
    header: t("column.month"),
    cell: (row: MonthRow) => month(row.month),
    plain: (row: MonthRow): string | number => row.month,
  };
  return [name, ...counted, ...shares, ...reportColumns({ t, number, duration })];
}

const reportColumns = ({ t, number, duration }: Pick<Words, "t" | "number" | "duration">) => [
  {
    id: "dismissals",
    header: t("column.dismissals"),
    cell: ({ tally }: MonthRow) => number(tally.dismissals),
    plain: ({ tally }: MonthRow): string | number => tally.dismissals,
  },
  {
    id: "decided",
    header: t("column.decided"),
    cell: ({ waiting }: MonthRow) => number(waiting.decided),
    plain: ({ waiting }: MonthRow): string | number => waiting.decided,
  },
  {
    id: "waited",
    header: t("column.waited"),
    cell: ({ waiting: { medianMinutes } }: MonthRow) =>
      medianMinutes === null ? "–" : duration(medianMinutes),
    plain: ({ waiting }: MonthRow): string | number => waiting.medianMinutes ?? "",
  },
];

interface MonthsFigureProps {
  months: readonly MonthRow[];
  /** Of the community, for the file. */
  name: string;
}

/** What moderators did month by month, and what became of it by now. */
export function MonthsFigure({ months, name }: MonthsFigureProps) {
  const words = useWords();
  const { t } = words;
  return (
    <Figure
      title={t("column.actions")}
      name={`${name} ${t("months.title")}`}
      rows={months}
      keyOf={({ month }) => month}
      columns={columnsIn(words)}
      caption={t("months.caption")}
    >
      <Columns months={months} />
    </Figure>
  );
}
