import { queryOptions, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { Community } from "#shared/contract/communities.ts";
import { type HealthPeriod, readHealth } from "#shared/contract/health.ts";
import { type HealthMeasure, healthMeasures } from "#shared/health/index.ts";
import { CommunityFrame } from "../communities/public.ts";
import { call } from "../lib/api.ts";
import { BarChart } from "../ui/bar-chart.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { EmptyState } from "../ui/states.tsx";

type Period = z.infer<typeof HealthPeriod>;

const healthQuery = (communityId: string) =>
  queryOptions({
    queryKey: ["health", communityId],
    queryFn: ({ signal }) => call(readHealth, { params: { communityId }, signal }),
  });

/** What is told in per cent; of these a full bar is all. */
const shares: ReadonlySet<HealthMeasure> = new Set([
  "turnout",
  "topTenth",
  "appealsOverturned",
  "promisesKept",
]);

function mostOf(measure: HealthMeasure): number | undefined {
  if (measure === "concentration") return 1;
  return shares.has(measure) ? 100 : undefined;
}

function Measure({ measure, periods }: { measure: HealthMeasure; periods: readonly Period[] }) {
  const { t, i18n } = useTranslation("health");
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" });
  const format = (value: number) =>
    shares.has(measure) ? percent.format(value / 100) : value.toLocaleString(i18n.language);
  const quarterOf = ({ from }: Period) =>
    t("quarter", { quarter: (Number(from.slice(5, 7)) + 2) / 3, year: from.slice(0, 4) });
  const bars = periods.flatMap((period) => {
    const value = period[measure];
    return value === null ? [] : [{ id: period.from, label: quarterOf(period), value }];
  });
  const few = periods.filter((period) => period[measure] === null).map(quarterOf);
  return (
    <section aria-label={t(`${measure}.title`)} className="max-w-measure space-y-2">
      {bars.length > 0 ? (
        <BarChart
          title={t(`${measure}.title`)}
          unit={t(`${measure}.unit`)}
          max={mostOf(measure)}
          format={format}
          bars={bars}
          caption={t(`${measure}.means`)}
        />
      ) : (
        <>
          <h2 className="font-serif text-lg font-semibold">{t(`${measure}.title`)}</h2>
          <p className="text-sm text-muted">{t(`${measure}.means`)}</p>
        </>
      )}
      {few.length > 0 && (
        <p className="text-sm text-muted">
          {t("few", { quarters: new Intl.ListFormat(i18n.language).format(few) })}
        </p>
      )}
    </section>
  );
}

function Measures({ community }: { community: Community }) {
  const { t } = useTranslation("health");
  const query = useQuery(healthQuery(community.id));
  return (
    <Loaded query={query}>
      {({ periods }) =>
        periods.length === 0 ? (
          <EmptyState icon="activity" title={t("none.title")}>
            {t("none.text")}
          </EmptyState>
        ) : (
          <div className="grid gap-12 lg:grid-cols-2">
            {healthMeasures.map((measure) => (
              <Measure key={measure} measure={measure} periods={periods} />
            ))}
          </div>
        )
      }
    </Loaded>
  );
}

/** How a community fares, quarter by quarter. */
export function HealthPage() {
  const { slug } = useParams({ from: "/c/$slug/health" });
  const { t } = useTranslation("health");
  return (
    <CommunityFrame slug={slug} title={t("title")}>
      {(community) => (
        <>
          <p className="max-w-measure text-lg text-pretty text-muted">{t("lead")}</p>
          <Measures community={community} />
        </>
      )}
    </CommunityFrame>
  );
}
