import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { accountRoom } from "#shared/contract/event.ts";
import { useAccount } from "../lib/session.ts";
import { useRoom } from "../lib/use-room.ts";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { EmptyState } from "../ui/states.tsx";
import { ImportCard } from "./import-card.tsx";
import { ImportForm } from "./import-form.tsx";
import { communityQuery, importEvents, importsQuery } from "./queries.ts";

/** What was imported and what is under way, live. */
function Imports({ community }: { community: Community }) {
  const { t } = useTranslation("transfer");
  const cache = useQueryClient();
  const account = useAccount();
  const query = useInfiniteQuery(importsQuery(community.id));
  useRoom(account ? accountRoom({ accountId: account.id }) : null, importEvents(cache), {
    keeps: [importsQuery(community.id).queryKey],
  });
  return (
    <section aria-labelledby="imports" className="space-y-4">
      <h2 id="imports" className="text-xl">
        {t("list.title")}
      </h2>
      <Loaded query={query}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items);
          if (all.length === 0) {
            return (
              <EmptyState icon="upload" title={t("list.none.title")}>
                {t("list.none.text")}
              </EmptyState>
            );
          }
          return (
            <ul className="space-y-4">
              {all.map((one) => (
                <ImportCard key={one.id} one={one} slug={community.slug} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </section>
  );
}

function Content({ community }: { community: Community }) {
  const { t } = useTranslation("transfer");
  const role = community.me?.role;
  if (role !== "moderator" && role !== "owner") {
    return (
      <EmptyState icon="lock" title={t("moderatorsOnly.title")}>
        {t("moderatorsOnly.text")}
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
      <ImportForm communityId={community.id} language={community.language} />
      <Imports community={community} />
    </div>
  );
}

/** Where moderators bring in conversations that were held elsewhere. */
export function ImportPage() {
  const { slug } = useParams({ from: "/c/$slug/import" });
  const { t } = useTranslation("transfer");
  const query = useQuery(communityQuery(slug));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => (
        <div className="space-y-8">
          <PageHeading
            eyebrow={
              <Link to="/c/$slug" params={{ slug }} className="link">
                <bdi>{community.name}</bdi>
              </Link>
            }
            lead={t("lead")}
          >
            {t("title")}
          </PageHeading>
          <Content community={community} />
        </div>
      )}
    </Loaded>
  );
}
