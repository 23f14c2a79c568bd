import { useTranslation } from "react-i18next";

/** One step up: with which other hash it is joined, on which side, and what comes of it. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly isLeft: boolean;
  readonly hash: string;
  readonly joined: string;
}

const row = 34;
const middle = 160;
const reach = 96;

/** The way from an entry up to the root: what it is joined with at each step. The table beside it says the same. */
export function PathPicture({ seq, steps }: { seq: number; steps: readonly Step[] }) {
  const { t } = useTranslation("ledger");
  const height = (steps.length + 1) * row + 28;
  const yOf = (step: number) => height - 18 - step * row;
  return (
    <svg
      viewBox={`0 0 320 ${height}`}
      role="img"
      aria-label={t("check.picture", { seq, count: steps.length })}
      className="mx-auto block max-h-96 w-full max-w-sm"
      direction="ltr"
    >
      {steps.map(({ from, to, isLeft }, at) => {
        const x = isLeft ? middle - reach : middle + reach;
        return (
          <g key={`${from} ${to}`}>
            <path
              d={`M${middle} ${yOf(at)}V${yOf(at + 1)}M${x} ${yOf(at)}L${middle} ${yOf(at + 1)}`}
              className="fill-none stroke-line-strong"
              strokeWidth="1.5"
            />
            <rect x={x - 8} y={yOf(at) - 8} width="16" height="16" rx="2" className="fill-muted" />
            <text
              x={isLeft ? x - 14 : x + 14}
              y={yOf(at) + 4}
              textAnchor={isLeft ? "end" : "start"}
              className="fill-muted text-[11px] tabular-nums"
            >
              {from === to ? from : `${from}–${to}`}
            </text>
          </g>
        );
      })}
      {[...steps.keys(), steps.length].map((at) => (
        <circle key={at} cx={middle} cy={yOf(at)} r={at === 0 ? 9 : 7} className="fill-accent" />
      ))}
      <text x={middle + 14} y={yOf(steps.length) - 8} className="fill-ink text-[12px] font-medium">
        {t("check.root")}
      </text>
    </svg>
  );
}
