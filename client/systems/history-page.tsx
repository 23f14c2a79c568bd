import { useInfiniteQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { SystemVersion } from "#shared/contract/systems.ts";
import { CommunityFrame } from "../communities/public.ts";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { Time } from "../ui/time.tsx";
import { CardFacts, Evaluations } from "./card.tsx";
import { versionsQuery } from "./queries.ts";

function Version({ version, slug }: { version: SystemVersion; slug: string }) {
  const { t } = useTranslation("systems");
  const nameOf = useNameOf();
  return (
    <li className="space-y-2 border-s-2 border-line-strong ps-4">
      <h2 className="font-serif text-xl">{t("version", { version: version.version })}</h2>
      <p className="text-sm text-muted">
        <bdi>{nameOf(version.by)}</bdi> <Time value={version.at} show="both" />
      </p>
      {version.reason && (
        <p dir="auto" className="whitespace-pre-line">
          {version.reason}
        </p>
      )}
      <details>
        <summary className="link cursor-pointer">{t("whatItSaid")}</summary>
        <CardFacts card={version} slug={slug} />
        <Evaluations card={version} />
      </details>
    </li>
  );
}

function Versions({ community, systemId }: { community: Community; systemId: string }) {
  const query = useInfiniteQuery(versionsQuery({ communityId: community.id, systemId }));
  return (
    <Loaded query={query}>
      {({ pages }) => (
        <>
          <ol className="max-w-measure space-y-6">
            {pages
              .flatMap((page) => page.items)
              .map((version) => (
                <Version key={version.version} version={version} slug={community.slug} />
              ))}
          </ol>
          <LoadMore
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            onLoad={() => void query.fetchNextPage()}
          />
        </>
      )}
    </Loaded>
  );
}

/** What the card of a system said at each time, and why it was changed. */
export function SystemHistoryPage() {
  const { slug, systemId } = useParams({ from: "/c/$slug/systems/$systemId/history" });
  const { t } = useTranslation("systems");
  return (
    <CommunityFrame slug={slug} title={t("history")}>
      {(community) => <Versions community={community} systemId={systemId} />}
    </CommunityFrame>
  );
}
