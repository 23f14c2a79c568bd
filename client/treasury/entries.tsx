import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { pathOf } from "#shared/contract/request.ts";
import {
  downloadTreasuryEntries,
  type EntryState,
  type TreasuryEntry,
} from "#shared/contract/treasury.ts";
import { moneyIn, plainMoney } from "../funding/public.ts";
import { Badge } from "../ui/badge.tsx";
import { buttonClass } from "../ui/button.tsx";
import type { TextColumn } from "../ui/csv-button.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Icon } from "../ui/icons.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { Time } from "../ui/time.tsx";
import { Confirm, End } from "./entry-acts.tsx";
import { EntryDocument } from "./entry-document.tsx";
import { entriesQuery, type Wanted } from "./queries.ts";
import type { EntryProps } from "./props.ts";

const looks = {
  waiting: { tone: "warn", icon: "clock" },
  confirmed: { tone: "good", icon: "check" },
  refused: { tone: "plain", icon: "close" },
} as const satisfies Record<EntryState, object>;

/** An amount with its direction: what goes out stands below zero. */
const signed = ({ kind, amount }: TreasuryEntry) => (kind === "in" ? amount : -amount);

function useTexts(): TextColumn<TreasuryEntry>[] {
  const { t, i18n } = useTranslation("treasury");
  const nameOf = useNameOf();
  const money = (entry: TreasuryEntry) => moneyIn(i18n.language, signed(entry), entry.currency);
  return [
    { id: "day", header: t("column.day"), cell: ({ day }) => day },
    { id: "party", header: t("column.party"), cell: ({ party }) => party },
    { id: "what", header: t("column.what"), cell: ({ what }) => what },
    {
      id: "amount",
      header: t("column.amount"),
      cell: money,
      plain: (entry) => plainMoney(signed(entry)),
    },
    { id: "state", header: t("column.state"), cell: ({ state }) => t(`state.${state}`) },
    { id: "line", header: t("column.line"), cell: ({ line }) => line?.title ?? "" },
    { id: "entered", header: t("column.entered"), cell: ({ enteredBy }) => nameOf(enteredBy) },
    {
      id: "settled",
      header: t("column.settled"),
      cell: ({ settledBy }) => (settledBy ? nameOf(settledBy) : ""),
    },
  ];
}

/** What it was for, with all that hangs on it. */
function What({ entry, community }: EntryProps) {
  const { t } = useTranslation("treasury");
  const { what, commitment, document, reverses, reversedBy, reason } = entry;
  return (
    <div className="min-w-48 space-y-1">
      <p>
        {reverses && <strong>{t("reversal")} </strong>}
        <bdi>{what}</bdi>
      </p>
      {reversedBy && <p className="text-sm text-muted">{t("reversed")}</p>}
      {commitment && (
        <p className="text-sm">
          <Link
            to="/c/$slug/commitments/$commitmentId"
            params={{ slug: community.slug, commitmentId: commitment.id }}
            className="link"
          >
            {t("for-commitment")} <bdi>{commitment.title}</bdi>
          </Link>
        </p>
      )}
      {document && <EntryDocument document={document} />}
      {reason && <q dir="auto">{reason}</q>}
    </div>
  );
}

function People({ entry }: Pick<EntryProps, "entry">) {
  const { t } = useTranslation("treasury");
  const nameOf = useNameOf();
  const { enteredBy, settledBy, settledAt, state } = entry;
  return (
    <div className="min-w-40 text-sm text-muted">
      <p>
        {t("column.entered")}: <bdi>{nameOf(enteredBy)}</bdi>
      </p>
      {settledBy && (
        <p>
          {t(state === "refused" ? "refused-by" : "column.settled")}: <bdi>{nameOf(settledBy)}</bdi>{" "}
          {settledAt && <Time value={settledAt} />}
        </p>
      )}
    </div>
  );
}

function Acts({ entry, community }: EntryProps) {
  const { can, id } = entry;
  return (
    <div className="flex flex-wrap gap-1">
      {can.confirm && <Confirm communityId={community.id} entryIds={[id]} />}
      {can.refuse && <End entry={entry} community={community} how="refuse" />}
      {can.reverse && <End entry={entry} community={community} how="reverse" />}
    </div>
  );
}

interface TableProps {
  community: Community;
  items: readonly TreasuryEntry[];
  caption: string;
  /** What they are some of; the file has all. */
  wanted: Wanted;
}

function EntryTable({ community, items, caption, wanted }: TableProps) {
  const { t } = useTranslation("treasury");
  const texts = useTexts();
  const column = (id: string) => {
    const found = texts.find((one) => one.id === id);
    return { id, header: found?.header ?? "", cell: found?.cell ?? (() => "") };
  };
  return (
    <div className="min-w-0 space-y-2">
      <DataTable
        caption={caption}
        stacks
        rows={items}
        keyOf={({ id }) => id}
        columns={[
          { ...column("day"), className: "whitespace-nowrap" },
          {
            ...column("party"),
            isHeader: true,
            cell: ({ party }) => <bdi>{party}</bdi>,
          },
          {
            ...column("what"),
            cell: (entry) => <What entry={entry} community={community} />,
          },
          {
            ...column("amount"),
            align: "end",
            className: "whitespace-nowrap",
            cell: (entry) => <bdi>{column("amount").cell(entry)}</bdi>,
          },
          {
            ...column("state"),
            cell: ({ state }) => <Badge {...looks[state]}>{t(`state.${state}`)}</Badge>,
          },
          { ...column("line"), cell: ({ line }) => line && <bdi>{line.title}</bdi> },
          { id: "people", header: t("column.people"), cell: (entry) => <People entry={entry} /> },
          {
            id: "acts",
            header: <span className="sr-only">{t("column.acts")}</span>,
            className: "relative",
            cell: (entry) => <Acts entry={entry} community={community} />,
          },
        ]}
      />
      <a
        href={pathOf(downloadTreasuryEntries, {
          params: { communityId: community.id },
          query: wanted,
        })}
        download
        className={buttonClass({ size: "small", variant: "quiet" })}
      >
        <Icon name="download" size={16} className="-ms-0.5" />
        {t("entries.download")}
      </a>
    </div>
  );
}

interface EntriesProps {
  community: Community;
  currency: string;
}

/** What waits for a second person, apart from what counts. */
export function Waiting({ community, currency }: EntriesProps) {
  const { t } = useTranslation("treasury");
  const wanted = { currency, state: "waiting" } as const;
  const query = useInfiniteQuery(entriesQuery(community.id, wanted));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  const mine = items.filter(({ can }) => can.confirm).map(({ id }) => id);
  return (
    <div className="space-y-3">
      <p className="max-w-measure text-muted">{t("waiting.text")}</p>
      <EntryTable
        community={community}
        items={items}
        caption={t("waiting.title")}
        wanted={wanted}
      />
      {mine.length > 1 && <Confirm communityId={community.id} entryIds={mine} />}
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </div>
  );
}

/** Everything that was entered, the last first. */
export function Entries({ community, currency }: EntriesProps) {
  const { t } = useTranslation("treasury");
  const query = useInfiniteQuery(entriesQuery(community.id, { currency }));
  return (
    <Loaded query={query}>
      {({ pages }) => (
        <section className="space-y-3">
          <EntryTable
            community={community}
            items={pages.flatMap((page) => page.items)}
            caption={t("entries.title")}
            wanted={{ currency }}
          />
          <LoadMore
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            onLoad={() => void query.fetchNextPage()}
          />
        </section>
      )}
    </Loaded>
  );
}
