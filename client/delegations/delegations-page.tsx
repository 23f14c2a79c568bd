import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { BlocksHere } from "../blocks/public.ts";
import { CommunityHeader, useCommunity } from "../communities/public.ts";
import { Banner } from "../ui/banner.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Flows } from "./flows.tsx";
import { Given } from "./given.tsx";
import { myDelegationsQuery } from "./queries.ts";
import { Received } from "./received.tsx";
import { usePercent } from "./words.ts";

interface PartProps {
  community: Community;
  /** The debate that somebody came from. */
  debate: string | undefined;
}

function Mine({ community, debate }: PartProps) {
  const query = useQuery(myDelegationsQuery(community.id));
  return (
    <Loaded query={query}>
      {(mine) => (
        <div className="max-w-measure space-y-10">
          <Given key={debate} community={community} mine={mine} debate={debate} />
          <Received mine={mine} />
        </div>
      )}
    </Loaded>
  );
}

function Rules({ community }: { community: Community }) {
  const { t } = useTranslation("delegations");
  const percent = usePercent();
  const { allowsDelegation, delegationCapPercent, memberCount } = community;
  const isTooSmall = memberCount * delegationCapPercent < 100;
  return (
    <div className="max-w-measure space-y-3">
      <p className="text-muted">
        {t("lead")} {t("leadCap", { cap: percent(delegationCapPercent) })}
      </p>
      {!allowsDelegation && <Banner tone="info">{t("off")}</Banner>}
      {allowsDelegation && isTooSmall && (
        <Banner tone="warn">{t("capSmall", { members: memberCount })}</Banner>
      )}
    </div>
  );
}

/** Who votes for whom: the reader's own choices, those of others for them, and the flows of all. */
export function DelegationsPage() {
  const { slug } = useParams({ from: "/c/$slug/delegations" });
  const { debate } = useSearch({ from: "/c/$slug/delegations" });
  const { t } = useTranslation("delegations");
  const query = useCommunity(slug);
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => (
        <BlocksHere community={community}>
          <div className="space-y-10">
            <CommunityHeader community={community} title={t("title")} />
            <Rules community={community} />
            {community.me && <Mine community={community} debate={debate} />}
            <Flows key={debate} community={community} debate={debate} />
          </div>
        </BlocksHere>
      )}
    </Loaded>
  );
}
