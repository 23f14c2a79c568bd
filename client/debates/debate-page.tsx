import { useQuery } from "@tanstack/react-query";
import { Outlet, useParams } from "@tanstack/react-router";
import { Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { DebateView } from "#shared/contract/debates.ts";
import { BlocksHere } from "../blocks/public.ts";
import { useCurationNews } from "../curation/public.ts";
import { useModerationNews } from "../moderation/public.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Tab, Tabs } from "../ui/tabs.tsx";
import { DebateContext, type DebateHere } from "./debate-context.ts";
import { DebateHeader } from "./debate-header.tsx";
import { communityQuery, debateQuery, type LiveOutline, outlineQuery } from "./queries.ts";
import { Tour } from "./tour/tour-offer.tsx";
import { useLiveDebate } from "./use-live-debate.ts";

interface PlaceProps {
  community: Community;
  debate: DebateView;
}

const stands = ({ withdrawnAt }: { readonly withdrawnAt?: string | undefined }) =>
  withdrawnAt === undefined;

/** The debate with its counts as the outline has them, where that is known: it hears of each change. */
function withLiveCounts(debate: DebateView, outline: LiveOutline | undefined): DebateView {
  if (!outline) return debate;
  const { positions, claims, evidence } = outline;
  const counts = {
    ...debate.counts,
    positions: positions.filter(stands).length,
    claims: claims.filter(stands).length,
    evidence: evidence.length,
  };
  return { ...debate, counts };
}

function DebateTabs({ debate }: Pick<PlaceProps, "debate">) {
  const { t } = useTranslation("debates");
  const below = "/c/$slug/d/$debateId" as const;
  return (
    <Tabs label={t("tabs.label")}>
      <Tab
        from={below}
        to="/c/$slug/d/$debateId/arguments"
        icon="pro"
        count={debate.counts.claims}
        data-tour="arguments"
      >
        {t("tabs.arguments")}
      </Tab>
      <Tab
        from={below}
        to="/c/$slug/d/$debateId/statements"
        icon="statement"
        count={debate.counts.statements}
        data-tour="statements"
      >
        {t("tabs.statements")}
      </Tab>
      <Tab from={below} to="/c/$slug/d/$debateId/map" icon="people">
        {t("tabs.map")}
      </Tab>
      <Tab from={below} to="/c/$slug/d/$debateId/report" icon="draft">
        {t("tabs.report")}
      </Tab>
      <Tab from={below} to="/c/$slug/d/$debateId/decision" icon="decision" data-tour="decision">
        {t("tabs.decision")}
      </Tab>
      <Tab from={below} to="/c/$slug/d/$debateId/outcome" icon="outcome">
        {t("tabs.outcome")}
      </Tab>
      <Tab from={below} to="/c/$slug/d/$debateId/activity" icon="activity">
        {t("tabs.activity")}
      </Tab>
    </Tabs>
  );
}

function LiveDebate({ community, debate: view }: PlaceProps) {
  const { communityId, id: debateId } = view;
  const ids = useMemo(() => ({ communityId, debateId }), [communityId, debateId]);
  const { presence, writers } = useLiveDebate(ids, view.room.seq);
  useCurationNews(ids);
  useModerationNews(ids);
  const { data: outline } = useQuery({ ...outlineQuery(ids), enabled: false });
  const debate = useMemo(() => withLiveCounts(view, outline), [view, outline]);
  const { slug, me: membership } = community;
  const here = useMemo<DebateHere>(() => {
    const me = membership && {
      id: membership.participantId,
      name: membership.name,
      kind: "member" as const,
    };
    return { ids, slug, debate, me, writers: writers.filter(({ id }) => id !== me?.id) };
  }, [ids, slug, debate, membership, writers]);
  return (
    <DebateContext value={here}>
      <BlocksHere community={community}>
        <DebateHeader community={community} presence={presence} />
        <DebateTabs debate={debate} />
        <div className="pt-6">
          <Suspense fallback={<Skeleton shape="list" count={6} />}>
            <Outlet />
          </Suspense>
        </div>
      </BlocksHere>
      <Tour />
    </DebateContext>
  );
}

function DebateOf({ community, debateId }: { community: Community; debateId: string }) {
  const query = useQuery(debateQuery({ communityId: community.id, debateId }));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(debate) => <LiveDebate community={community} debate={debate} />}
    </Loaded>
  );
}

/** A debate: its question and what one can do now above, its sides as tabs below. */
export function DebatePage() {
  const { slug = "", debateId = "" } = useParams({ strict: false });
  const query = useQuery(communityQuery(slug));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => <DebateOf key={debateId} community={community} debateId={debateId} />}
    </Loaded>
  );
}
