import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { SystemSummary } from "#shared/contract/systems.ts";
import { CommunityFrame } from "../communities/public.ts";
import { Badge } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { EmptyState } from "../ui/states.tsx";
import { IncidentList } from "./incident-list.tsx";
import { systemsQuery } from "./queries.ts";

function Row({ system, slug }: { system: SystemSummary; slug: string }) {
  const { t } = useTranslation("systems");
  const nameOf = useNameOf();
  const { id, name, kind, release, steward, openIncidents, overdueIncidents } = system;
  return (
    <li className="space-y-1 border-t border-line py-row">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          to="/c/$slug/systems/$systemId"
          params={{ slug, systemId: id }}
          className="link text-lg font-semibold"
        >
          <bdi>{name}</bdi>
        </Link>
        <Badge>{t(`kind.${kind}`)}</Badge>
        {openIncidents > 0 && (
          <Badge tone={overdueIncidents > 0 ? "danger" : "warn"} icon="warning">
            {t("openIncidents", { count: openIncidents })}
          </Badge>
        )}
      </p>
      <p className="text-sm text-muted">
        {t("releaseIs")} <bdi>{release}</bdi> · {t("steward")} <bdi>{nameOf(steward)}</bdi>
      </p>
    </li>
  );
}

function Register({ slug }: { slug: string }) {
  const { t } = useTranslation("systems");
  return (
    <ButtonLink to="/c/$slug/systems/new" params={{ slug }} variant="primary" icon="plus">
      {t("register")}
    </ButtonLink>
  );
}

function List({ community: { id, slug } }: { community: Community }) {
  const { t } = useTranslation("systems");
  const query = useInfiniteQuery(systemsQuery(id));
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        const register = pages[0]?.can.register ? <Register slug={slug} /> : undefined;
        if (items.length === 0) {
          return (
            <EmptyState icon="settings" title={t("none.title")} action={register}>
              {t("none.text")}
            </EmptyState>
          );
        }
        return (
          <div className="space-y-4">
            {register}
            <ul>
              {items.map((system) => (
                <Row key={system.id} system={system} slug={slug} />
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

/** The models, data sets and services that a community governs, and what went wrong with them. */
export function SystemsPage() {
  const { slug } = useParams({ from: "/c/$slug/systems" });
  const { t } = useTranslation("systems");
  return (
    <CommunityFrame slug={slug} title={t("title")}>
      {(community) => (
        <>
          <p className="max-w-measure text-lg text-pretty text-muted">{t("lead")}</p>
          <List community={community} />
          <div className="space-y-4">
            <h2 className="text-2xl">{t("incidents")}</h2>
            <IncidentList community={community} />
            <Link to="/c/$slug/incident-terms" params={{ slug }} className="link">
              {t("terms.title")}
            </Link>
          </div>
        </>
      )}
    </CommunityFrame>
  );
}
