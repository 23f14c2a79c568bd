import { type ReactNode, useMemo, useState } from "react";
import type { Community } from "#shared/contract/communities.ts";
import { useAccount } from "../lib/session.ts";
import { type BlocksHere as Here, BlocksContext } from "./blocks-context.ts";

interface BlocksHereProps {
  community: Pick<Community, "id" | "slug" | "me" | "blocked">;
  children: ReactNode;
}

/** Around pages of a community: folds there what was written by whom the reader has blocked. */
export function BlocksHere({ community, children }: BlocksHereProps) {
  const { id, slug, me, blocked } = community;
  const isSignedIn = Boolean(useAccount());
  const myId = me?.participantId;
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const here = useMemo<Here>(() => {
    const blockedIds = new Set(blocked);
    const isBlocked = (personId: string | undefined) =>
      personId !== undefined && blockedIds.has(personId);
    return {
      community: { id, slug },
      mayBlock: (personId) => isSignedIn && personId !== myId,
      isBlocked,
      isFolded: (authorId, textId) => isBlocked(authorId) && !shown.has(textId),
      turn: (textId) =>
        setShown((before) => {
          const next = new Set(before);
          if (!next.delete(textId)) next.add(textId);
          return next;
        }),
    };
  }, [id, slug, myId, isSignedIn, blocked, shown]);
  return <BlocksContext value={here}>{children}</BlocksContext>;
}
