import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CommitmentSummary, Promises } from "#shared/contract/commitments.ts";
import type { Community } from "#shared/contract/communities.ts";
import { CommunityFrame } from "../communities/public.ts";
import { BarChart } from "../ui/bar-chart.tsx";
import { CsvButton, type TextColumn } from "../ui/csv-button.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { EmptyState } from "../ui/states.tsx";
import { Time } from "../ui/time.tsx";
import { commitmentsQuery, countsQuery } from "./queries.ts";
import { StateBadge } from "./state-badge.tsx";
import { Timeline } from "./timeline.tsx";
import { usePercent } from "./use-percent.ts";

const fates = ["kept", "keptLate", "running", "overdue", "changed", "revoked"] as const;
const tones = {
  kept: "pro",
  keptLate: "accent",
  running: "muted",
  overdue: "con",
  changed: "ink",
  revoked: "ink",
} as const;

/** How much of what was promised was kept. */
function Kept({ counts }: { counts: Promises }) {
  const { t, i18n } = useTranslation("commitments");
  const number = (value: number) => value.toLocaleString(i18n.language);
  const percent = usePercent();
  if (counts.promised === 0) return null;
  return (
    <section aria-label={t("kept.title")} className="max-w-measure space-y-4">
      <p className="font-serif text-xl">
        {counts.keptPercent === null
          ? t("kept.unknown")
          : t("kept.sentence", { share: percent(counts.keptPercent) })}
      </p>
      <BarChart
        title={t("kept.title")}
        unit={t("kept.unit")}
        format={number}
        bars={fates.map((fate) => {
          return { id: fate, label: t(`fate.${fate}`), value: counts[fate], tone: tones[fate] };
        })}
        caption={t("kept.means")}
      />
    </section>
  );
}

const numeric: readonly string[] = ["progress", "weight"];

interface TableProps {
  community: Community;
  items: readonly CommitmentSummary[];
  caption: string;
  /** Whether they are parts of one whole: then it is said how much each counts in that. */
  isOfParts?: boolean;
}

/** Commitments by row; parts stand with what they are parts of. */
export function CommitmentTable({ community, items, caption, isOfParts = false }: TableProps) {
  const { t } = useTranslation("commitments");
  const nameOf = useNameOf();
  const percent = usePercent();
  const texts: TextColumn<CommitmentSummary>[] = [
    { id: "title", header: t("column.title"), cell: ({ title }) => title },
    { id: "state", header: t("column.state"), cell: ({ state }) => t(`state.${state}`) },
    { id: "owner", header: t("column.owner"), cell: ({ owner }) => nameOf(owner) },
    { id: "due", header: t("column.due"), cell: ({ dueAt }) => dueAt.slice(0, 10) },
    {
      id: "progress",
      header: t("column.progress"),
      cell: ({ progress }) => percent(progress),
      plain: ({ progress }) => progress,
    },
    { id: "weight", header: t("part.weight"), cell: ({ weight }) => String(weight) },
  ];
  const shown = isOfParts ? texts : texts.filter(({ id }) => id !== "weight");
  const cells = {
    title: ({ id, title }: CommitmentSummary) => (
      <Link
        to="/c/$slug/commitments/$commitmentId"
        params={{ slug: community.slug, commitmentId: id }}
        className="link block min-w-48"
      >
        <bdi>{title}</bdi>
      </Link>
    ),
    state: ({ state }: CommitmentSummary) => <StateBadge state={state} />,
    owner: ({ owner }: CommitmentSummary) => <bdi>{nameOf(owner)}</bdi>,
    due: ({ dueAt }: CommitmentSummary) => <Time value={dueAt} />,
  };
  return (
    <div className="min-w-0 space-y-2">
      <DataTable
        caption={caption}
        stacks
        rows={items}
        keyOf={({ id }) => id}
        columns={shown.map((column, at) => ({
          ...column,
          cell: cells[column.id as keyof typeof cells] ?? column.cell,
          isHeader: at === 0,
          align: numeric.includes(column.id) ? ("end" as const) : undefined,
        }))}
      />
      <CsvButton name={`${community.name} ${caption}`} columns={shown} rows={items} />
    </div>
  );
}

/** By what there is to do: what is late stands first. */
const boards = [
  ["late", ["overdue"]],
  ["asked", ["open"]],
  ["running", ["accepted", "underway"]],
  ["ended", ["done", "worked", "changed", "revoked", "declined", "withdrawn"]],
] as const;

function Boards({ community }: { community: Community }) {
  const { t } = useTranslation("commitments");
  const query = useInfiniteQuery(commitmentsQuery(community.id));
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) {
          return (
            <EmptyState icon="outcome" title={t("none.title")}>
              {t("none.text")}
            </EmptyState>
          );
        }
        return (
          <div className="space-y-10">
            <Timeline community={community} items={items} />
            {boards.map(([name, states]) => {
              const some = items.filter(({ state }) =>
                (states as readonly string[]).includes(state),
              );
              return some.length === 0 ? null : (
                <CommitmentTable
                  key={name}
                  community={community}
                  items={some}
                  caption={t(`board.${name}`)}
                />
              );
            })}
            <LoadMore
              hasMore={query.hasNextPage}
              isLoading={query.isFetchingNextPage}
              onLoad={() => void query.fetchNextPage()}
            />
          </div>
        );
      }}
    </Loaded>
  );
}

/** What was promised in a community, and what became of it. */
export function CommitmentsPage() {
  const { slug } = useParams({ from: "/c/$slug/commitments" });
  const { t } = useTranslation("commitments");
  return (
    <CommunityFrame slug={slug} title={t("title")}>
      {(community) => (
        <>
          <p className="max-w-measure text-lg text-pretty text-muted">{t("lead")}</p>
          <Counts communityId={community.id} />
          <Boards community={community} />
        </>
      )}
    </CommunityFrame>
  );
}

function Counts({ communityId }: { communityId: string }) {
  const query = useQuery(countsQuery(communityId));
  return <Loaded query={query}>{({ all }) => <Kept counts={all} />}</Loaded>;
}
