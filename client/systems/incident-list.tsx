import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { IncidentSummary } from "#shared/contract/incidents.ts";
import { titleOr } from "../moderation/public.ts";
import { CsvButton, type TextColumn } from "../ui/csv-button.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Time } from "../ui/time.tsx";
import { OverdueBadge, SeverityBadge, StateBadge } from "./badges.tsx";
import { incidentsQuery } from "./queries.ts";

interface TableProps {
  community: Community;
  items: readonly IncidentSummary[];
  /** Of one system only: then its name says nothing. */
  isOfOne: boolean;
}

function IncidentTable({ community, items, isOfOne }: TableProps) {
  const { t } = useTranslation("systems");
  const caption = t("incidents");
  const texts: TextColumn<IncidentSummary>[] = [
    { id: "title", header: t("column.title"), cell: (one) => titleOr(one, t("hiddenTitle")) },
    { id: "system", header: t("column.system"), cell: ({ system }) => system.name },
    {
      id: "severity",
      header: t("column.severity"),
      cell: ({ severity }) => t(`severity.${severity}`),
    },
    { id: "state", header: t("column.state"), cell: ({ state }) => t(`state.${state}`) },
    { id: "due", header: t("column.due"), cell: ({ dueAt }) => dueAt?.slice(0, 10) ?? "" },
    {
      id: "overdue",
      header: t("overdue"),
      cell: ({ isOverdue }) => t(isOverdue ? "yes" : "no"),
    },
  ];
  const cells = {
    title: (incident: IncidentSummary) => (
      <Link
        to="/c/$slug/incidents/$incidentId"
        params={{ slug: community.slug, incidentId: incident.id }}
        className="link block min-w-48"
      >
        <bdi>{titleOr(incident, t("hiddenTitle"))}</bdi>
      </Link>
    ),
    system: ({ system }: IncidentSummary) => <bdi>{system.name}</bdi>,
    severity: ({ severity }: IncidentSummary) => <SeverityBadge severity={severity} />,
    state: ({ state }: IncidentSummary) => <StateBadge state={state} />,
    due: ({ dueAt, isOverdue }: IncidentSummary) => (
      <span className="flex flex-wrap gap-2">
        {dueAt && <Time value={dueAt} />}
        {isOverdue && <OverdueBadge />}
      </span>
    ),
  };
  return (
    <div className="min-w-0 space-y-2">
      <DataTable
        caption={caption}
        hideCaption
        stacks
        rows={items}
        keyOf={({ id }) => id}
        columns={texts
          .filter(({ id }) => id !== "overdue" && !(isOfOne && id === "system"))
          .map((column, at) => ({
            ...column,
            cell: cells[column.id as keyof typeof cells] ?? column.cell,
            isHeader: at === 0,
          }))}
      />
      <CsvButton name={`${community.name} ${caption}`} columns={texts} rows={items} />
    </div>
  );
}

interface IncidentListProps {
  community: Community;
  /** Of one system only. */
  systemId?: string;
}

/** What was reported, the newest first. */
export function IncidentList({ community, systemId }: IncidentListProps) {
  const { t } = useTranslation("systems");
  const query = useInfiniteQuery(incidentsQuery(community.id, systemId));
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <p className="text-muted">{t("noIncidents")}</p>;
        return (
          <>
            <IncidentTable community={community} items={items} isOfOne={systemId !== undefined} />
            <LoadMore
              hasMore={query.hasNextPage}
              isLoading={query.isFetchingNextPage}
              onLoad={() => void query.fetchNextPage()}
            />
          </>
        );
      }}
    </Loaded>
  );
}
