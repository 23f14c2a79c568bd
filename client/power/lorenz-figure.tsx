import { Figure } from "../decisions/public.ts";
import { LineKey } from "./line-key.tsx";
import type { Report } from "./queries.ts";
import type { Telling } from "./telling.ts";

const size = 320;
type Point = Report["voters"]["lorenz"][number];
const groups = ["electorate", "voters"] as const;

const lineOf = (points: readonly Point[]) =>
  points
    .map(({ holders, held }) => `${(holders * size).toFixed(1)},${((1 - held) * size).toFixed(1)}`)
    .join(" ");

const dashes = { electorate: undefined, voters: "7 5" } as const;

function Legend({ telling: { t } }: { telling: Telling }) {
  return (
    <ul className="space-y-2 text-sm" dir="auto">
      {groups.map((group) => (
        <li key={group} className="flex items-center gap-2">
          <LineKey
            dash={dashes[group]}
            className={group === "voters" ? "stroke-accent" : "stroke-ink"}
          />
          {t(`group.${group}`)}
        </li>
      ))}
      <li className="flex items-center gap-2 text-muted">
        <LineKey width={1} className="stroke-line-strong" />
        {t("lorenz.equal")}
      </li>
    </ul>
  );
}

function Curves({ report, telling }: { report: Report; telling: Telling }) {
  const { t, figure } = telling;
  return (
    <div className="flex flex-wrap items-end gap-6" dir="ltr">
      <svg
        viewBox={`-2 -2 ${size + 4} ${size + 4}`}
        className="aspect-square w-full max-w-80"
        role="img"
        aria-label={t("lorenz.picture", {
          electorate: figure(report.electorate.gini),
          voters: figure(report.voters.gini),
        })}
      >
        <rect width={size} height={size} className="fill-none stroke-line" />
        <line x1={0} y1={size} x2={size} y2={0} className="stroke-line-strong" />
        {groups.map((group) => (
          <polyline
            key={group}
            points={lineOf(report[group].lorenz)}
            strokeWidth={2.5}
            strokeDasharray={dashes[group]}
            className={group === "voters" ? "fill-none stroke-accent" : "fill-none stroke-ink"}
          />
        ))}
      </svg>
      <Legend telling={telling} />
    </div>
  );
}

/** How much of all weight the lightest so many of a hundred have together. */
export function LorenzFigure({
  report,
  telling,
  name,
}: {
  report: Report;
  telling: Telling;
  name: string;
}) {
  const { t, share } = telling;
  const rows = groups.flatMap((group) =>
    report[group].lorenz.map((point, at) => ({ id: `${group} ${at}`, group, ...point })),
  );
  return (
    <Figure
      title={t("lorenz.title")}
      name={`${name} ${t("lorenz.title")}`}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { id: "group", header: t("lorenz.group"), cell: ({ group }) => t(`group.${group}`) },
        { id: "holders", header: t("lorenz.holders"), cell: ({ holders }) => share(holders) },
        { id: "held", header: t("lorenz.held"), cell: ({ held }) => share(held) },
      ]}
      caption={t("lorenz.caption")}
    >
      <Curves report={report} telling={telling} />
    </Figure>
  );
}
