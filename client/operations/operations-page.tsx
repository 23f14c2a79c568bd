import { queryOptions, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Installation, readInstallation } from "#shared/contract/operations.ts";
import { ApiError, call } from "../lib/api.ts";
import { Badge } from "../ui/badge.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { EmptyState } from "../ui/states.tsx";

const installationQuery = queryOptions({
  queryKey: ["installation"],
  queryFn: ({ signal }) => call(readInstallation, { signal }),
  refetchInterval: 10_000,
});

/** Events wait a moment for their number; longer than this, and nobody is told of anything. */
const tooLongMs = 5_000;

type Fact = readonly [name: string, value: string, isFine?: boolean];

function Facts({ id, title, facts }: { id: string; title: string; facts: readonly Fact[] }) {
  const { t } = useTranslation("operations");
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-4 text-2xl">
        {title}
      </h2>
      <dl className="grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-3 lg:grid-cols-4">
        {facts.map(([name, value, isFine = true]) => (
          <div key={name} className="border-t border-line pt-3">
            <dt className="text-sm text-muted">{t(`fact.${name}`)}</dt>
            <dd className="mt-1 font-serif text-2xl tabular-nums">
              {value}
              {!isFine && (
                <Badge tone="warn" icon="warning" className="ms-2 align-middle font-sans">
                  {t("look")}
                </Badge>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function State({ counts, health }: Installation) {
  const { t, i18n } = useTranslation("operations");
  const number = (value: number) => value.toLocaleString(i18n.language);
  const megabytes = new Intl.NumberFormat(i18n.language, {
    style: "unit",
    unit: "megabyte",
    maximumFractionDigits: 1,
  });
  const seconds = new Intl.NumberFormat(i18n.language, {
    style: "unit",
    unit: "second",
    maximumFractionDigits: 1,
  });
  const waitsMs =
    health.oldestUntoldEvent === null
      ? 0
      : Math.max(0, Date.parse(health.now) - Date.parse(health.oldestUntoldEvent));
  return (
    <div className="space-y-12">
      <Facts
        id="health"
        title={t("health")}
        facts={[
          ["sockets", number(health.sockets)],
          ["jobsWaiting", number(health.jobsWaiting)],
          ["jobsFailed", number(health.jobsFailed), health.jobsFailed === 0],
          ["untold", seconds.format(waitsMs / 1_000), waitsMs < tooLongMs],
          ["databaseSize", megabytes.format(Number(health.databaseSize) / 1_000_000)],
          ["databaseVersion", health.databaseVersion],
        ]}
      />
      <Facts
        id="counts"
        title={t("counts")}
        facts={Object.entries(counts).map(([name, value]) => [name, number(value)] as const)}
      />
    </div>
  );
}

/** What the operator of an installation sees: how it does, and how much there is. */
export function OperationsPage() {
  const { t } = useTranslation("operations");
  const query = useQuery(installationQuery);
  const { error } = query;
  const isStranger = error instanceof ApiError && (error.status === 401 || error.status === 403);
  return (
    <div className="space-y-10">
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      {isStranger ? (
        <EmptyState icon="lock" title={t("operatorOnly")} />
      ) : (
        <Loaded query={query}>{(state) => <State {...state} />}</Loaded>
      )}
    </div>
  );
}
