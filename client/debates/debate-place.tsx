import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import type { Community } from "#shared/contract/communities.ts";
import type { DebateView } from "#shared/contract/debates.ts";
import { BlocksHere } from "../blocks/public.ts";
import { useCurationNews } from "../curation/public.ts";
import { ModeratedHere, useModerationNews } from "../moderation/public.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { DebateContext, type DebateHere } from "./debate-context.ts";
import { communityQuery, debateQuery, type LiveOutline, outlineQuery } from "./queries.ts";
import { type Presence, useLiveDebate } from "./use-live-debate.ts";

/** Where one is, and who else. */
export interface Place {
  readonly community: Community;
  readonly debate: DebateView;
  readonly presence: Presence;
}

interface PlaceProps {
  children: (place: Place) => ReactNode;
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

function LiveDebate({ community, debate: view, children }: PlaceProps & Omit<Place, "presence">) {
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
      <ModeratedHere community={community}>
        <BlocksHere community={community}>{children({ community, debate, presence })}</BlocksHere>
      </ModeratedHere>
    </DebateContext>
  );
}

interface DebateOfProps extends PlaceProps {
  community: Community;
  debateId: string;
}

function DebateOf({ community, debateId, children }: DebateOfProps) {
  const query = useQuery(debateQuery({ communityId: community.id, debateId }));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(debate) => (
        <LiveDebate community={community} debate={debate}>
          {children}
        </LiveDebate>
      )}
    </Loaded>
  );
}

/** What stands in the debate that the address names, which is kept live meanwhile. */
export function DebatePlace({ children }: PlaceProps) {
  const { slug = "", debateId = "" } = useParams({ strict: false });
  const query = useQuery(communityQuery(slug));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => (
        <DebateOf key={debateId} community={community} debateId={debateId}>
          {children}
        </DebateOf>
      )}
    </Loaded>
  );
}
