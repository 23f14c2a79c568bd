import { createContext, type ReactNode, use, useMemo } from "react";
import type { Community } from "#shared/contract/communities.ts";

interface Place {
  readonly communityId: string;
  readonly slug: string;
  /** The reader as a member; null for who is none. */
  readonly me: { readonly id: string } | null;
}

const PlaceContext = createContext<Place | null>(null);

/** In which community moderated things are shown, and to whom. */
export function usePlace(): Place {
  const here = use(PlaceContext);
  if (!here) throw new Error("nothing says in which community this stands");
  return here;
}

interface ModeratedHereProps {
  community: Pick<Community, "id" | "slug" | "me">;
  children: ReactNode;
}

/** Around all that can be reported, and shows what moderation did. */
export function ModeratedHere({ community, children }: ModeratedHereProps) {
  const { id: communityId, slug } = community;
  const myId = community.me?.participantId;
  const place = useMemo<Place>(
    () => ({ communityId, slug, me: myId === undefined ? null : { id: myId } }),
    [communityId, slug, myId],
  );
  return <PlaceContext value={place}>{children}</PlaceContext>;
}
