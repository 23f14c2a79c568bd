import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Figure } from "../decisions/public.ts";
import { absoluteOf } from "../ui/moments.ts";
import { LineKey } from "./line-key.tsx";
import type { CommunityPower } from "./queries.ts";

type Decision = CommunityPower["decisions"][number];
type Told = Decision & { readonly figures: NonNullable<Decision["figures"]> };

const series = ["turnout", "gini", "top1", "delegate"] as const;
type Series = (typeof series)[number];
const looks: Record<Series, { line: string; fill: string; dash?: string }> = {
  turnout: { line: "stroke-accent", fill: "fill-accent" },
  gini: { line: "stroke-ink", fill: "fill-ink", dash: "8 4" },
  top1: { line: "stroke-con", fill: "fill-con", dash: "2 4" },
  delegate: { line: "stroke-good", fill: "fill-good", dash: "10 3 2 3" },
};

function valueOf({ figures }: Told, id: Series): number {
  if (id === "turnout") {
    return figures.turnout.of === 0 ? 0 : figures.turnout.cast / figures.turnout.of;
  }
  if (id === "delegate") return figures.largestDelegate;
  return figures[id];
}

const width = 640;
const height = 200;
/** From the top down. */
const levels = [1, 0.5, 0];

function Legend() {
  const { t } = useTranslation("power");
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm" dir="auto">
      {series.map((id) => (
        <li key={id} className="flex items-center gap-2">
          <LineKey dash={looks[id].dash} className={looks[id].line} />
          {t(`time.${id}`)}
        </li>
      ))}
    </ul>
  );
}

function Line({ told, id }: { told: readonly Told[]; id: Series }) {
  const xOf = (at: number) => (told.length < 2 ? width / 2 : (at / (told.length - 1)) * width);
  const yOf = (one: Told) => (1 - valueOf(one, id)) * height;
  return (
    <g>
      <polyline
        points={told.map((one, at) => `${xOf(at)},${yOf(one)}`).join(" ")}
        strokeWidth={2.5}
        strokeDasharray={looks[id].dash}
        className={`fill-none ${looks[id].line}`}
      />
      {told.map((one, at) => (
        <circle key={one.decisionId} cx={xOf(at)} cy={yOf(one)} r={4} className={looks[id].fill} />
      ))}
    </g>
  );
}

function Lines({ told }: { told: readonly Told[] }) {
  const { t, i18n } = useTranslation("power");
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" });
  return (
    <div dir="ltr" className="space-y-3">
      <div className="flex gap-2">
        <div
          aria-hidden="true"
          className="flex flex-col justify-between text-end text-xs text-muted tabular-nums"
        >
          {levels.map((level) => (
            <span key={level}>{percent.format(level)}</span>
          ))}
        </div>
        <svg
          viewBox={`-8 -8 ${width + 16} ${height + 16}`}
          className="min-w-0 flex-1"
          role="img"
          aria-label={t("time.picture")}
        >
          {levels.map((level) => (
            <line
              key={level}
              x1={0}
              x2={width}
              y1={(1 - level) * height}
              y2={(1 - level) * height}
              className="stroke-line"
            />
          ))}
          {series.map((id) => (
            <Line key={id} told={told} id={id} />
          ))}
        </svg>
      </div>
      <Legend />
    </div>
  );
}

/** How power was held, decision by decision. */
export function OverTime({ decisions, name }: { decisions: readonly Decision[]; name: string }) {
  const { t, i18n } = useTranslation("power");
  const percent = new Intl.NumberFormat(i18n.language, {
    style: "percent",
    maximumFractionDigits: 1,
  });
  const plain = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 3 });
  const told = decisions.filter((one): one is Told => one.figures !== null);
  if (told.length === 0) return <p className="text-muted">{t("time.none-yet")}</p>;
  const percentOf = (id: Series) => (row: Told) => percent.format(valueOf(row, id));
  return (
    <Figure
      level={2}
      title={t("time.title")}
      name={`${name} ${t("time.title")}`}
      rows={told}
      keyOf={({ decisionId }) => decisionId}
      columns={[
        { id: "title", header: t("time.decision"), cell: ({ title }) => title },
        {
          id: "closed",
          header: t("time.closed"),
          cell: ({ closedAt }) => absoluteOf(Date.parse(closedAt), i18n.language),
        },
        { id: "turnout", header: t("time.turnout"), cell: percentOf("turnout") },
        { id: "gini", header: t("time.gini"), cell: ({ figures }) => plain.format(figures.gini) },
        {
          id: "nakamoto",
          header: t("figure.nakamoto.name"),
          cell: ({ figures }) => (figures.nakamoto === null ? "–" : plain.format(figures.nakamoto)),
        },
        { id: "top1", header: t("time.top1"), cell: percentOf("top1") },
        { id: "delegate", header: t("time.delegate"), cell: percentOf("delegate") },
        {
          id: "differs",
          header: t("time.differs"),
          cell: ({ figures }) => t(`time.differs-${figures.differs}`),
        },
      ]}
      caption={t("time.caption")}
    >
      <Lines told={told} />
    </Figure>
  );
}

/** Each decision with its report one press away, the latest first; what warns is said. */
export function DecisionLinks({
  decisions,
  slug,
}: {
  decisions: readonly Decision[];
  slug: string;
}) {
  const { t, i18n } = useTranslation("power");
  const plain = new Intl.NumberFormat(i18n.language);
  return (
    <ul className="rounded-lg border border-line bg-surface">
      {decisions.toReversed().map(({ decisionId, debateId, title, closedAt, figures }) => (
        <li
          key={decisionId}
          className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-line px-4 py-3 not-first:border-t"
        >
          <Link
            to="/c/$slug/d/$debateId/power/$decisionId"
            params={{ slug, debateId, decisionId }}
            className="link min-w-0 flex-1 basis-60 font-serif text-lg"
          >
            <bdi>{title}</bdi>
          </Link>
          <span className="text-sm text-muted">
            {figures
              ? t("time.warnings", { warnings: plain.format(figures.warnings.length) })
              : t("time.not-worked-out")}
          </span>
          <span className="text-sm text-muted">
            {absoluteOf(Date.parse(closedAt), i18n.language)}
          </span>
        </li>
      ))}
    </ul>
  );
}
