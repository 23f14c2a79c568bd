import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { downloadCsv } from "./csv.ts";
import { cx } from "./cx.ts";
import { DataTable } from "./data-table.tsx";
import { Icon, type IconName } from "./icons.tsx";

export interface Bar {
  id: string;
  label: string;
  /** Below zero it is as long as above, and told by its sign. */
  value: number;
  tone?: "ink" | "accent" | "pro" | "con" | "muted" | undefined;
  /** A sign before the label: a check for the winner. */
  icon?: IconName | undefined;
  /** A few words after the number. */
  note?: string | undefined;
}

interface BarChartProps {
  title: string;
  bars: readonly Bar[];
  /** The length of a full bar; the longest bar unless said. */
  max?: number | undefined;
  /** How a number is written; plainly in the reader's language unless said. */
  format?: ((value: number) => string) | undefined;
  /** The heading of the number column. */
  unit: string;
  /** A line across the bars: a threshold, and what it is called. */
  mark?: { value: number; label: string } | undefined;
  caption?: ReactNode;
}

const fills = {
  ink: "bg-ink",
  accent: "bg-accent",
  pro: "bg-pro",
  con: "bg-con",
  muted: "bg-line-strong",
};

function BarRow(props: { bar: Bar; share: number; text: string; markAt: number | null }) {
  const { bar, share, text, markAt } = props;
  return (
    <li className="py-1.5">
      <div className="flex items-baseline justify-between gap-4">
        <span className="flex min-w-0 items-start gap-1.5 font-medium">
          {bar.icon && <Icon name={bar.icon} size={18} className="mt-1" />}
          <bdi className="min-w-0">{bar.label}</bdi>
        </span>
        <span className="shrink-0 tabular-nums">
          {text} {bar.note && <span className="text-sm text-muted">{bar.note}</span>}
        </span>
      </div>
      <div aria-hidden="true" className="relative mt-1 h-3 rounded-sm bg-sunken compact:h-2">
        <div
          className={cx("h-full rounded-sm", share > 0 && "min-w-px", fills[bar.tone ?? "ink"])}
          style={{ width: `${share * 100}%` }}
        />
        {markAt !== null && (
          <div
            className="absolute -inset-y-1 border-s-2 border-dashed border-accent"
            style={{ insetInlineStart: `${markAt * 100}%` }}
          />
        )}
      </div>
    </li>
  );
}

function Tools(props: { asTable: boolean; onTurn: () => void; onDownload: () => void }) {
  const { t } = useTranslation("ui");
  const { asTable, onTurn, onDownload } = props;
  return (
    <span className="flex gap-1" data-no-print>
      <Button size="small" variant="quiet" icon={asTable ? "chart" : "table"} onClick={onTurn}>
        {asTable ? t("chart.asChart") : t("chart.asTable")}
      </Button>
      <Button size="small" variant="quiet" icon="download" onClick={onDownload}>
        {t("chart.csv")}
      </Button>
    </span>
  );
}

/** Lengths side by side; the numbers stand beside them, and the table and its file are one press away. */
export function BarChart(props: BarChartProps) {
  const { title, bars, unit, mark, caption } = props;
  const { t, i18n } = useTranslation("ui");
  const [asTable, setAsTable] = useState(false);
  const format = props.format ?? ((value: number) => value.toLocaleString(i18n.language));
  const max =
    Math.max(props.max ?? 0, ...bars.map((bar) => Math.abs(bar.value)), mark?.value ?? 0) || 1;
  const label = t("chart.label");
  const save = () =>
    downloadCsv(title, [[label, unit], ...bars.map((bar) => [bar.label, bar.value])]);
  return (
    <figure>
      <figcaption className="flex flex-wrap items-center justify-between gap-2 pb-2">
        <span className="font-serif text-lg font-semibold">{title}</span>
        <Tools asTable={asTable} onTurn={() => setAsTable(!asTable)} onDownload={save} />
      </figcaption>
      {asTable ? (
        <DataTable
          caption={title}
          hideCaption
          rows={bars}
          keyOf={(bar) => bar.id}
          columns={[
            { id: "label", header: label, cell: (bar) => bar.label, isHeader: true },
            { id: "value", header: unit, cell: (bar) => format(bar.value), align: "end" },
          ]}
        />
      ) : (
        <ul>
          {bars.map((bar) => (
            <BarRow
              key={bar.id}
              bar={bar}
              share={Math.abs(bar.value) / max}
              text={format(bar.value)}
              markAt={mark ? mark.value / max : null}
            />
          ))}
        </ul>
      )}
      {mark && !asTable && (
        <p className="mt-1 flex items-center gap-2 text-sm text-muted">
          <span aria-hidden="true" className="h-4 border-s-2 border-dashed border-accent" />
          {mark.label}
        </p>
      )}
      {caption && <p className="mt-2 max-w-measure text-sm text-muted">{caption}</p>}
    </figure>
  );
}
