import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { JuryPlace } from "#shared/contract/disputes.ts";
import { Badge } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { EmptyState } from "../ui/states.tsx";
import { placesQuery } from "./queries.ts";
import { SummonsList } from "./summons-list.tsx";

function Place({ place }: { place: JuryPlace }) {
  const { t, i18n } = useTranslation("juries");
  const { community, isReady, served, summons } = place;
  const { slug, name } = community;
  return (
    <section aria-labelledby={`place-${community.id}`} className="space-y-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id={`place-${community.id}`} className="text-xl">
          <Link to="/c/$slug/jury" params={{ slug }} className="link">
            <bdi>{name}</bdi>
          </Link>
        </h2>
        {isReady && (
          <Badge tone="good" icon="check">
            {t("pool.ready")}
          </Badge>
        )}
      </div>
      {summons.length === 0 ? (
        <p className="text-muted">{t("duties.none")}</p>
      ) : (
        <SummonsList slug={slug} summons={summons} />
      )}
      {served > 0 && (
        <p className="text-sm text-muted">
          {t("pool.served", { number: served.toLocaleString(i18n.language) })}
        </p>
      )}
    </section>
  );
}

/** The reader's jury duties in all communities. */
export function DutiesPage() {
  const { t } = useTranslation("juries");
  const query = useQuery(placesQuery);
  return (
    <>
      <PageHeading lead={t("duties.lead")}>{t("duties.title")}</PageHeading>
      <div className="mt-8 max-w-3xl space-y-10">
        <Loaded query={query}>
          {(places) =>
            places.length === 0 ? (
              <EmptyState
                icon="people"
                title={t("duties.empty")}
                action={<ButtonLink to="/">{t("duties.find")}</ButtonLink>}
              >
                {t("duties.emptyText")}
              </EmptyState>
            ) : (
              // What waits comes first.
              places
                .toSorted((a, b) => b.summons.length - a.summons.length)
                .map((place) => <Place key={place.community.id} place={place} />)
            )
          }
        </Loaded>
      </div>
    </>
  );
}
