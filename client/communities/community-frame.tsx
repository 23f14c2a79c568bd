import type { ReactNode } from "react";
import type { Community } from "#shared/contract/communities.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { CommunityHeader } from "./community-header.tsx";
import { useCommunity } from "./use-community.ts";

interface CommunityFrameProps {
  slug: string;
  title: string;
  children: (community: Community) => ReactNode;
}

/** A page below a community: its head as soon as the community is read, and what the page is about. */
export function CommunityFrame({ slug, title, children }: CommunityFrameProps) {
  const query = useCommunity(slug);
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => (
        <div className="space-y-8">
          <CommunityHeader community={community} title={title} />
          {children(community)}
        </div>
      )}
    </Loaded>
  );
}
