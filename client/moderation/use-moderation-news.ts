import { type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { accountRoom, communityRoom, debateRoom } from "#shared/contract/event.ts";
import { locksChanged } from "#shared/contract/locks.ts";
import type { SubjectKind } from "#shared/contract/moderated.ts";
import { moderationSettingsChanged } from "#shared/contract/moderation-settings.ts";
import { actionTaken, contentModerated, queueChanged } from "#shared/contract/moderation.ts";
import { on } from "../lib/realtime.ts";
import { useAccount } from "../lib/session.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { useRoom } from "../lib/use-room.ts";
import { locksQuery, moderationKey, settingsQuery } from "./queries.ts";

/** What shows a kind of thing, and is read again when it was hidden, folded or shown. */
const shownIn: Record<SubjectKind, readonly string[]> = {
  claim: ["outline", "talk"],
  position: ["outline"],
  evidence: ["outline"],
  comment: ["comments", "talk"],
  statement: ["statements"],
  question: ["debate"],
  profile: [],
  "group-name": ["opinions"],
  incident: [],
  project: [],
  testimony: [],
  answer: [],
};

function refreshAfter(queries: QueryClient, ids: DebateIds, kind: SubjectKind): void {
  const { communityId, debateId } = ids;
  for (const name of [...shownIn[kind], "debate"]) {
    void queries.invalidateQueries({ queryKey: [name, communityId, debateId] });
  }
  void queries.invalidateQueries({ queryKey: moderationKey(communityId) });
}

/** Keeps what is hidden and shown in a debate live while its page stands. */
export function useModerationNews(ids: DebateIds): void {
  const queries = useQueryClient();
  useRoom(debateRoom(ids), [
    on(contentModerated, ({ subject }) => refreshAfter(queries, ids, subject.kind)),
    on(locksChanged, () => void queries.invalidateQueries({ queryKey: locksQuery(ids).queryKey })),
  ]);
}

/** Keeps what is known of a community's moderation live: its log, and the reader's queue. */
export function useModerationLive(communityId: string): void {
  const queries = useQueryClient();
  const account = useAccount();
  const queryKey = moderationKey(communityId);
  const keeps: QueryKey[] = [queryKey];
  const again = () => void queries.invalidateQueries({ queryKey });
  const settings = () => {
    void queries.invalidateQueries({ queryKey: settingsQuery(communityId).queryKey });
  };
  useRoom(
    communityRoom({ communityId }),
    [on(actionTaken, again), on(moderationSettingsChanged, settings)],
    { keeps },
  );
  useRoom(
    account ? accountRoom({ accountId: account.id }) : null,
    [on(queueChanged, (news) => news.communityId === communityId && again())],
    { keeps },
  );
}
