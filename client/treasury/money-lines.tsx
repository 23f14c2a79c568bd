import { useTranslation } from "react-i18next";

export interface Series {
  readonly id: string;
  readonly label: string;
  /** Hundredths, one for each place along the picture. */
  readonly values: readonly number[];
  readonly look: { readonly line: string; readonly dash?: string };
}

interface MoneyLinesProps {
  series: readonly Series[];
  /** What the picture shows, in a sentence. */
  label: string;
  /** Under its first and its last place. */
  ends: readonly [string, string];
}

const width = 640;
const height = 220;

interface ScaleProps {
  levels: readonly number[];
  y: (value: number) => number;
}

/** What the levels stand for, beside them. */
function Scale({ levels, y }: ScaleProps) {
  const { i18n } = useTranslation();
  const short = new Intl.NumberFormat(i18n.language, {
    notation: "compact",
    maximumFractionDigits: 1,
  });
  return (
    <div aria-hidden="true" className="relative w-12 shrink-0 text-xs text-muted tabular-nums">
      {levels.map((level) => (
        <span
          key={level}
          className="absolute end-0 -translate-y-1/2"
          style={{ top: `${(y(level) / height) * 100}%` }}
        >
          {short.format(level / 100)}
        </span>
      ))}
    </div>
  );
}

/** Amounts along time, with a line at nothing. The numbers stand in the table beside it. */
export function MoneyLines({ series, label, ends }: MoneyLinesProps) {
  const all = series.flatMap(({ values }) => values);
  const top = Math.max(1, ...all);
  const bottom = Math.min(0, ...all);
  const y = (value: number) => ((top - value) / (top - bottom)) * height;
  const levels = [...new Set([top, 0, bottom])];
  return (
    <div dir="ltr" className="space-y-3 pt-2">
      <div className="flex gap-2">
        <Scale levels={levels} y={y} />
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          className="h-48 min-w-0 flex-1 overflow-visible"
          role="img"
          aria-label={label}
        >
          {levels.map((level) => (
            <line
              key={level}
              x1={0}
              x2={width}
              y1={y(level)}
              y2={y(level)}
              vectorEffect="non-scaling-stroke"
              className={level === 0 ? "stroke-line-strong" : "stroke-line"}
            />
          ))}
          {series.map(({ id, values, look }) => (
            <polyline
              key={id}
              points={pointsOf(values, y)}
              strokeWidth={2.5}
              strokeDasharray={look.dash}
              vectorEffect="non-scaling-stroke"
              className={`fill-none ${look.line}`}
            />
          ))}
        </svg>
      </div>
      <p aria-hidden="true" className="flex justify-between ps-14 text-xs text-muted">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
      {series.length > 1 && <Legend series={series} />}
    </div>
  );
}

/** A single value is a line from side to side. */
function pointsOf(values: readonly number[], y: (value: number) => number): string {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return `0,${y(only)} ${width},${y(only)}`;
  return values.map((value, at) => `${(at / (values.length - 1)) * width},${y(value)}`).join(" ");
}

function Legend({ series }: Pick<MoneyLinesProps, "series">) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm" dir="auto">
      {series.map(({ id, label, look }) => (
        <li key={id} className="flex items-center gap-2">
          <svg viewBox="0 0 32 4" className="h-1 w-8" aria-hidden="true">
            <line
              x1={0}
              y1={2}
              x2={32}
              y2={2}
              strokeWidth={2.5}
              strokeDasharray={look.dash}
              className={look.line}
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
