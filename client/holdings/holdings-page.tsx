import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { TokenSnapshot } from "#shared/contract/holdings.ts";
import { CommunityFrame } from "../communities/public.ts";
import { amountIn } from "../ui/amount.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { EmptyState } from "../ui/states.tsx";
import { Time } from "../ui/time.tsx";
import { snapshotsQuery } from "./queries.ts";

interface EntryProps {
  snapshot: TokenSnapshot;
  slug: string;
}

function Entry({ snapshot, slug }: EntryProps) {
  const { t, i18n } = useTranslation("holdings");
  const nameOf = useNameOf();
  const { id, title, token, total, decimals, holders, source, author, createdAt } = snapshot;
  const amount = amountIn(i18n.language, total, decimals);
  return (
    <Card as="li" linked>
      <h2 className="text-xl">
        <Link
          to="/c/$slug/holdings/$snapshotId"
          params={{ slug, snapshotId: id }}
          className="stretched"
        >
          <bdi>{title}</bdi>
        </Link>
      </h2>
      <p className="mt-1 tabular-nums">{t("sum", { amount, token, count: holders })}</p>
      <p className="mt-1 text-sm text-muted">
        <bdi>{source}</bdi>
        {" · "}
        <bdi>{nameOf(author)}</bdi>
        {" · "}
        <Time value={createdAt} />
      </p>
    </Card>
  );
}

function MakeOne({ slug }: { slug: string }) {
  const { t } = useTranslation("holdings");
  return (
    <ButtonLink to="/c/$slug/holdings/new" params={{ slug }} icon="upload" variant="primary">
      {t("make")}
    </ButtonLink>
  );
}

function Snapshots({ community }: { community: Community }) {
  const { t } = useTranslation("holdings");
  const { slug } = community;
  const query = useInfiniteQuery(snapshotsQuery(community.id));
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const all = pages.flatMap(({ items }) => items);
        const mayMake = pages[0]?.can.make === true;
        if (all.length === 0) {
          return (
            <EmptyState
              icon="table"
              title={t("none.title")}
              action={mayMake && <MakeOne slug={slug} />}
            >
              {t(mayMake ? "none.textMake" : "none.text")}
            </EmptyState>
          );
        }
        return (
          <div className="space-y-6">
            <p className="max-w-measure text-muted">{t("lead")}</p>
            {mayMake && <MakeOne slug={slug} />}
            <ul className="grid gap-4 lg:grid-cols-2">
              {all.map((snapshot) => (
                <Entry key={snapshot.id} snapshot={snapshot} slug={slug} />
              ))}
            </ul>
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

/** The snapshots of balances that a community has, for decisions weighed by tokens. */
export function HoldingsPage() {
  const { slug } = useParams({ from: "/c/$slug/holdings" });
  const { t } = useTranslation("holdings");
  return (
    <CommunityFrame slug={slug} title={t("title")}>
      {(community) => <Snapshots community={community} />}
    </CommunityFrame>
  );
}
