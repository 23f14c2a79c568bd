import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { Dispute } from "#shared/contract/disputes.ts";
import { CommunityHeader, useCommunity } from "../communities/public.ts";
import { JurySection } from "../juries/public.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Time } from "../ui/time.tsx";
import { caseQuery } from "./queries.ts";
import { StageBadge } from "./stage-badge.tsx";
import { useDisputesLive } from "./use-disputes-live.ts";
import { useCaseTitle } from "./words.ts";

function Case({ community, dispute }: { community: Community; dispute: Dispute }) {
  const { t } = useTranslation("disputes");
  const titleOf = useCaseTitle();
  return (
    <div className="space-y-8">
      <CommunityHeader community={community} title={titleOf(dispute)} />
      <p className="flex flex-wrap items-center gap-3">
        <StageBadge stage={dispute.stage} />
        <span className="text-sm text-muted">
          {t("opened")} <Time value={dispute.openedAt} />
        </span>
      </p>
      <JurySection dispute={dispute} slug={community.slug} />
    </div>
  );
}

function CaseOf({ community, disputeId }: { community: Community; disputeId: string }) {
  useDisputesLive(community.id);
  const query = useQuery(caseQuery({ communityId: community.id, disputeId }));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(dispute) => <Case community={community} dispute={dispute} />}
    </Loaded>
  );
}

/** A case: what is disputed, how far it has come, and what the reader may do in it. */
export function CasePage() {
  const { slug, disputeId } = useParams({ from: "/c/$slug/disputes/$disputeId" });
  const query = useCommunity(slug);
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => <CaseOf community={community} disputeId={disputeId} />}
    </Loaded>
  );
}
