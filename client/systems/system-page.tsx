import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { pathOf } from "#shared/contract/request.ts";
import { downloadSystemCard, type System } from "#shared/contract/systems.ts";
import { CommunityFrame } from "../communities/public.ts";
import { Banner } from "../ui/banner.tsx";
import { Button, buttonClass, ButtonLink } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Time } from "../ui/time.tsx";
import { CardFacts, Evaluations } from "./card.tsx";
import { IncidentList } from "./incident-list.tsx";
import { systemQuery } from "./queries.ts";

interface Props {
  community: Community;
  system: System;
}

function Ways({ community: { slug }, system }: Props) {
  const { t } = useTranslation("systems");
  const { id: systemId, communityId, can } = system;
  const params = { slug, systemId };
  return (
    <div className="flex flex-wrap gap-3" data-no-print>
      {can.report && (
        <ButtonLink
          to="/c/$slug/systems/$systemId/report"
          params={params}
          variant="primary"
          icon="flag"
        >
          {t("report.open")}
        </ButtonLink>
      )}
      {can.change && (
        <ButtonLink to="/c/$slug/systems/$systemId/edit" params={params} icon="edit">
          {t("change")}
        </ButtonLink>
      )}
      <ButtonLink to="/c/$slug/systems/$systemId/history" params={params} icon="history">
        {t("history")}
      </ButtonLink>
      <a
        href={pathOf(downloadSystemCard, { params: { communityId, systemId } })}
        download
        className={buttonClass({ className: "gap-2" })}
      >
        <Icon name="download" size={18} />
        {t("json")}
      </a>
      <Button icon="copy" onClick={() => window.print()}>
        {t("print")}
      </Button>
    </div>
  );
}

function Card({ community, system }: Props) {
  const { t } = useTranslation("systems");
  return (
    <div className="space-y-8">
      <div className="space-y-2">
        <p className="font-serif text-2xl">
          <bdi>{system.name}</bdi>
        </p>
        <p className="text-sm text-muted">
          {t("version", { version: system.version })} ·{" "}
          <Time value={system.changedAt} show="both" />
        </p>
      </div>
      {!system.hasSteward && (
        <Banner tone="warn" icon="warning">
          {t("noSteward")}
        </Banner>
      )}
      <Ways community={community} system={system} />
      <div className="max-w-measure">
        <CardFacts card={system} slug={community.slug} />
      </div>
      <div className="space-y-4">
        <h2 className="text-2xl">{t("evaluations")}</h2>
        <Evaluations card={system} />
      </div>
      <div className="space-y-4">
        <h2 className="text-2xl">{t("incidents")}</h2>
        <IncidentList community={community} systemId={system.id} />
      </div>
      <p className="max-w-measure text-sm text-muted" data-no-print>
        {t("jsonMeans")}
      </p>
    </div>
  );
}

function Found({ community, systemId }: { community: Community; systemId: string }) {
  const query = useQuery(systemQuery({ communityId: community.id, systemId }));
  return (
    <Loaded query={query}>{(system) => <Card community={community} system={system} />}</Loaded>
  );
}

/** The accountability card of a system. */
export function SystemPage() {
  const { slug, systemId } = useParams({ from: "/c/$slug/systems/$systemId" });
  const { t } = useTranslation("systems");
  return (
    <CommunityFrame slug={slug} title={t("card")}>
      {(community) => <Found community={community} systemId={systemId} />}
    </CommunityFrame>
  );
}
