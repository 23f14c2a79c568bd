import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { CommunityFrame } from "../communities/public.ts";
import { Part, useDisputesLive } from "../disputes/public.ts";
import { PoolPanel, WhatItAsks } from "./pool-panel.tsx";
import { dutyQuery } from "./queries.ts";
import { SummonsList } from "./summons-list.tsx";

function Summons({ community }: { community: Community }) {
  const { t } = useTranslation("juries");
  const { data } = useQuery(dutyQuery(community.id));
  if (!data || data.summons.length === 0) return null;
  return (
    <Part id="waiting" title={t("duties.waiting")}>
      <SummonsList slug={community.slug} summons={data.summons} />
    </Part>
  );
}

function Juries({ community }: { community: Community }) {
  const { t } = useTranslation("juries");
  useDisputesLive(community.id);
  const { me } = community;
  return (
    <div className="space-y-12">
      {me && <Summons community={community} />}
      <Part id="serving" title={t("pool.title")}>
        {me ? (
          <PoolPanel community={community} />
        ) : (
          <>
            <p className="max-w-measure">{t("pool.lead")}</p>
            <WhatItAsks communityId={community.id} />
          </>
        )}
      </Part>
      <p>
        <Link to="/help" hash="juries" className="link">
          {t("pool.help")}
        </Link>
      </p>
    </div>
  );
}

/** Juries of a community: what serving asks, and whether one is ready to. */
export function CommunityJuriesPage() {
  const { slug } = useParams({ from: "/c/$slug/jury" });
  const { t } = useTranslation("juries");
  return (
    <CommunityFrame slug={slug} title={t("pool.page")}>
      {(community) => <Juries community={community} />}
    </CommunityFrame>
  );
}
