import { useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAccount } from "../lib/session.ts";
import { TryStatement } from "../statements/public.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { EmptyState } from "../ui/states.tsx";
import { TextField } from "../ui/text-field.tsx";
import { CommunityCard } from "./community-card.tsx";
import { LiveDebateCard } from "./debate-card.tsx";
import { communitiesQuery, liveDebatesQuery } from "./queries.ts";

/** What is argued about now, by whoever may see it. */
function LiveNow() {
  const { t } = useTranslation("communities");
  const query = useInfiniteQuery(liveDebatesQuery);
  return (
    <section aria-labelledby="live-now" className="space-y-4">
      <h2 id="live-now" className="text-2xl">
        {t("discover.live")}
      </h2>
      <Loaded query={query} skeleton={<Skeleton shape="cards" />}>
        {({ pages }) => {
          const debates = pages.flatMap(({ items }) => items);
          if (debates.length === 0) {
            return (
              <EmptyState icon="question" title={t("discover.noneLive")}>
                {t("discover.noneLiveHint")}
              </EmptyState>
            );
          }
          return (
            <>
              <div className="grid gap-4 md:grid-cols-2">
                {debates.map((debate) => (
                  <LiveDebateCard key={debate.id} debate={debate} />
                ))}
              </div>
              <LoadMore
                hasMore={query.hasNextPage}
                isLoading={query.isFetchingNextPage}
                onLoad={() => void query.fetchNextPage()}
              />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function FoundOne() {
  const { t } = useTranslation("communities");
  const account = useAccount();
  return account ? (
    <ButtonLink to="/communities/new" icon="plus">
      {t("discover.found")}
    </ButtonLink>
  ) : null;
}

interface NoCommunitiesProps {
  search: string;
  onAll: () => void;
}

function NoCommunities({ search, onAll }: NoCommunitiesProps) {
  const { t } = useTranslation("communities");
  if (search) {
    return (
      <EmptyState
        icon="search"
        title={t("discover.nothingFound", { search })}
        action={<Button onClick={onAll}>{t("discover.all")}</Button>}
      >
        {t("discover.nothingFoundHint")}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="people" title={t("discover.empty")} action={<FirstStep />}>
      {t("discover.emptyHint")}
    </EmptyState>
  );
}

function FirstStep() {
  const { t } = useTranslation("communities");
  const account = useAccount();
  if (account) return <FoundOne />;
  return (
    <ButtonLink to="/sign-up" search={{ next: "/communities/new" }} variant="primary">
      {t("discover.signUpToFound")}
    </ButtonLink>
  );
}

/** All communities that the reader may see, by name. */
function Communities() {
  const { t } = useTranslation("communities");
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const query = useInfiniteQuery(communitiesQuery(search));
  return (
    <section aria-labelledby="communities" className="space-y-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h2 id="communities" className="text-2xl">
          {t("discover.communities")}
        </h2>
        <div className="flex w-full flex-wrap gap-3 sm:w-auto">
          <TextField
            label={t("discover.search")}
            hideLabel
            type="search"
            placeholder={t("discover.search")}
            className="min-w-40 flex-1 sm:w-64"
            value={typed}
            maxLength={80}
            onChange={(event) => setTyped(event.target.value)}
          />
          <FoundOne />
        </div>
      </div>
      <Loaded query={query} skeleton={<Skeleton shape="cards" />}>
        {({ pages }) => {
          const communities = pages.flatMap(({ items }) => items);
          if (communities.length === 0) {
            return <NoCommunities search={search} onAll={() => setTyped("")} />;
          }
          return (
            <>
              <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
                {communities.map((community) => (
                  <CommunityCard key={community.id} community={community} />
                ))}
              </ul>
              <LoadMore
                hasMore={query.hasNextPage}
                isLoading={query.isFetchingNextPage}
                onLoad={() => void query.fetchNextPage()}
              />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

/** The first page: what is going on, and where one could belong. */
export function DiscoverPage() {
  const { t } = useTranslation("communities");
  const account = useAccount();
  return (
    <div className="space-y-12">
      <PageHeading
        large={account === null}
        lead={account === null ? t("discover.lead") : undefined}
      >
        {account === null ? t("discover.welcome") : t("discover.title")}
      </PageHeading>
      {account === null && <TryStatement />}
      <LiveNow />
      <Communities />
    </div>
  );
}
