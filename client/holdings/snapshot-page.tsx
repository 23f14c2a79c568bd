import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import {
  type Balance,
  downloadSnapshot,
  type SnapshotView,
  type TokenSnapshot,
} from "#shared/contract/holdings.ts";
import { pathOf } from "#shared/contract/request.ts";
import { CommunityFrame } from "../communities/public.ts";
import { amountIn } from "../ui/amount.ts";
import { buttonClass } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Fact } from "../ui/fact.tsx";
import { Icon } from "../ui/icons.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import { Time } from "../ui/time.tsx";
import { balancesQuery, snapshotQuery } from "./queries.ts";
import { usePart } from "./use-part.ts";

function Source({ snapshot }: { snapshot: TokenSnapshot }) {
  const { source, link } = snapshot;
  if (link === null) return <bdi>{source}</bdi>;
  return (
    <a href={link} rel="noreferrer nofollow" target="_blank" className="link">
      <bdi>{source}</bdi>
    </a>
  );
}

function Facts({ view }: { view: SnapshotView }) {
  const { t, i18n } = useTranslation("holdings");
  const part = usePart();
  const nameOf = useNameOf();
  const { snapshot, here, mine } = view;
  const { token, decimals, total, holders, hash, author, createdAt } = snapshot;
  const amount = (units: string) => amountIn(i18n.language, units, decimals);
  return (
    <dl className="max-w-measure text-[0.9375rem]">
      <Fact term={t("total")}>{t("sum", { amount: amount(total), token, count: holders })}</Fact>
      <Fact term={t("here")}>
        {t("hereText", {
          count: here.members,
          amount: amount(here.tokens),
          token,
          percent: part(here.tokens, total),
        })}
        <span className="block text-sm text-muted">{t("hereHint")}</span>
      </Fact>
      {mine !== null && (
        <Fact term={t("mine")}>
          {t("mineText", { amount: amount(mine), token, percent: part(mine, total) })}
          {mine === "0" && (
            <span className="block text-sm">
              <Link to="/settings" className="link">
                {t("proveLink")}
              </Link>
            </span>
          )}
        </Fact>
      )}
      <Fact term={t("source")}>
        <Source snapshot={snapshot} />
      </Fact>
      <Fact term={t("made")}>
        <bdi>{nameOf(author)}</bdi>
        {" · "}
        <Time value={createdAt} show="absolute" />
      </Fact>
      <Fact term={t("hash")}>
        <code dir="ltr" className="block font-mono text-sm break-all">
          {hash}
        </code>
        <span className="block text-sm text-muted">{t("hashHint")}</span>
        <CopyButton text={hash} size="small" className="mt-2" />
      </Fact>
    </dl>
  );
}

function Holder({ balance, slug }: { balance: Balance; slug: string }) {
  const { t } = useTranslation("holdings");
  const { holder, kind, person } = balance;
  if (holder === null) return <span className="text-muted">{t("forgotten")}</span>;
  if (kind === "address") {
    return (
      <code dir="ltr" className="font-mono text-sm break-all">
        {holder}
      </code>
    );
  }
  if (person?.kind !== "member") return <bdi>{holder}</bdi>;
  return (
    <Link
      to="/c/$slug/people/$participantId"
      params={{ slug, participantId: person.id }}
      className="link"
    >
      <bdi>{holder}</bdi>
    </Link>
  );
}

function Balances({ snapshot, slug }: { snapshot: TokenSnapshot; slug: string }) {
  const { t, i18n } = useTranslation("holdings");
  const part = usePart();
  const { id: snapshotId, communityId, decimals, total, holders, token } = snapshot;
  const query = useInfiniteQuery(balancesQuery({ communityId, snapshotId }));
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }, page) =>
          items.map((balance, at) => ({ balance, key: `${page}.${at}` })),
        );
        return (
          <div>
            <DataTable
              caption={t("balances")}
              rows={rows}
              keyOf={({ key }) => key}
              columns={[
                {
                  id: "holder",
                  header: t("holder"),
                  isHeader: true,
                  className: "min-w-48",
                  cell: ({ balance }) => <Holder balance={balance} slug={slug} />,
                },
                {
                  id: "amount",
                  header: token,
                  align: "end",
                  cell: ({ balance }) => amountIn(i18n.language, balance.amount, decimals),
                },
                {
                  id: "part",
                  header: t("part"),
                  align: "end",
                  cell: ({ balance }) => part(balance.amount, total),
                },
              ]}
            />
            <LoadMore
              hasMore={query.hasNextPage}
              isLoading={query.isFetchingNextPage}
              onLoad={() => void query.fetchNextPage()}
              shown={rows.length}
              total={holders}
            />
          </div>
        );
      }}
    </Loaded>
  );
}

function Snapshot({ communityId, slug }: { communityId: string; slug: string }) {
  const { snapshotId } = useParams({ from: "/c/$slug/holdings/$snapshotId" });
  const { t } = useTranslation("holdings");
  const params = { communityId, snapshotId };
  const query = useQuery(snapshotQuery(params));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="text" />}>
      {(view) => (
        <article className="space-y-8">
          <header className="flex flex-wrap items-start justify-between gap-4">
            <div>
              <p className="text-sm">
                <Link to="/c/$slug/holdings" params={{ slug }} className="link">
                  {t("all")}
                </Link>
              </p>
              <h2 className="text-2xl">
                <bdi>{view.snapshot.title}</bdi>
              </h2>
            </div>
            <a
              href={pathOf(downloadSnapshot, { params })}
              download
              className={buttonClass({ className: "gap-2" })}
            >
              <Icon name="download" size={18} className="-ms-0.5" />
              {t("download")}
            </a>
          </header>
          <Facts view={view} />
          <Balances snapshot={view.snapshot} slug={slug} />
        </article>
      )}
    </Loaded>
  );
}

/** One snapshot: where it comes from, what it hashes to, and who holds what. */
export function SnapshotPage() {
  const { slug } = useParams({ from: "/c/$slug/holdings/$snapshotId" });
  const { t } = useTranslation("holdings");
  return (
    <CommunityFrame slug={slug} title={t("title")}>
      {(community) => <Snapshot communityId={community.id} slug={slug} />}
    </CommunityFrame>
  );
}
