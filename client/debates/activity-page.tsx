import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { claimAdded, positionAdded } from "#shared/contract/claims.ts";
import type { ActivityItem } from "#shared/contract/debates.ts";
import { debateMoved } from "#shared/contract/debates.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { evidenceAdded } from "#shared/contract/evidence.ts";
import { BehindBlock } from "../blocks/public.ts";
import { CurationList } from "../curation/public.ts";
import { on } from "../lib/realtime.ts";
import { useRoom } from "../lib/use-room.ts";
import { Byline } from "../ui/avatar.tsx";
import { Icon, type IconName } from "../ui/icons.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { NewItemsPill } from "../ui/new-items-pill.tsx";
import { PhaseBadge } from "../ui/phase-badge.tsx";
import { EmptyState } from "../ui/states.tsx";
import { Time } from "../ui/time.tsx";
import { ChangesList } from "./changes-list.tsx";
import { useDebate } from "./debate-context.ts";
import { activityQuery } from "./queries.ts";

const icons: Record<ActivityItem["kind"], IconName> = {
  moved: "arrow",
  "position-added": "position",
  "claim-added": "statement",
  "evidence-added": "evidence",
};

/** What was added, with the way there where it still stands. */
function Words({ item }: { item: ActivityItem }) {
  const { t } = useTranslation("debates");
  const { slug, debate } = useDebate();
  if (item.isWithdrawn) return <p className="text-muted italic">{t("withdrawn.since")}</p>;
  if (item.text === "") return null;
  const words = (
    <p className="max-w-measure font-serif text-lg" dir="auto">
      {item.text}
    </p>
  );
  if (item.kind === "moved") return words;
  const hash = item.claimId ? `claim-${item.claimId}` : `position-${item.id}`;
  return (
    <Link
      to="/c/$slug/d/$debateId/arguments"
      params={{ slug, debateId: debate.id }}
      hash={hash}
      className="block no-underline hover:text-accent"
    >
      {words}
    </Link>
  );
}

function Move({ item }: { item: ActivityItem }) {
  const { t } = useTranslation("debates");
  if (!item.from || !item.to) return null;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <PhaseBadge phase={item.from} />
      <span className="sr-only">{t("move.to")}</span>
      <Icon name="arrow" size={14} />
      <PhaseBadge phase={item.to} />
    </span>
  );
}

/** What is folded where its author is blocked; what is done in an office, and answers to vote on, never are. */
const isFoldable = ({ kind }: ActivityItem) => kind === "claim-added" || kind === "evidence-added";

function Item({ item }: { item: ActivityItem }) {
  const { t } = useTranslation("debates");
  const authorId = isFoldable(item) ? item.actor?.id : undefined;
  return (
    <li className="flex gap-4 border-t border-line py-4">
      <Icon name={icons[item.kind]} className="mt-0.5 text-muted" />
      <div className="min-w-0 space-y-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          {item.actor ? <Byline person={item.actor} /> : <span>{t("activity.byClock")}</span>}
          <span>{t(`activity.${item.kind}`)}</span>
          <Move item={item} />
          <Time value={item.at} />
        </p>
        <BehindBlock authorId={authorId} textId={item.id}>
          <Words item={item} />
        </BehindBlock>
      </div>
    </li>
  );
}

/** How much has happened since the list was read. */
function useNews(): { count: number; clear: () => void } {
  const { ids, me } = useDebate();
  const [count, setCount] = useState(0);
  const note = (authorId: string | undefined) => {
    if (authorId === undefined || authorId !== me?.id) setCount((before) => before + 1);
  };
  useRoom(debateRoom(ids), [
    on(debateMoved, ({ move }) => note(move.actor?.id)),
    on(positionAdded, ({ position }) => note(position.authorId)),
    on(claimAdded, ({ claim }) => note(claim.authorId)),
    on(evidenceAdded, ({ evidence }) => note(evidence.authorId)),
  ]);
  return { count, clear: () => setCount(0) };
}

function List({ children }: { children: ReactNode }) {
  return <ol className="border-b border-line">{children}</ol>;
}

/** The tab of a debate on which one sees what happened. */
export function ActivityPage() {
  const { t } = useTranslation("debates");
  const { ids } = useDebate();
  const queries = useQueryClient();
  const { count, clear } = useNews();
  const query = useInfiniteQuery(activityQuery(ids));
  const showNew = () => {
    clear();
    void queries.invalidateQueries({ queryKey: activityQuery(ids).queryKey });
  };
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return (
          <>
            <h2 className="sr-only">{t("tabs.activity")}</h2>
            <ChangesList />
            <CurationList />
            <NewItemsPill count={count} onShow={showNew} />
            {items.length === 0 ? (
              <EmptyState icon="activity" title={t("activity.none")}>
                {t("activity.noneHint")}
              </EmptyState>
            ) : (
              <List>
                {items.map((item) => (
                  <Item key={item.id} item={item} />
                ))}
              </List>
            )}
            <LoadMore
              hasMore={query.hasNextPage}
              isLoading={query.isFetchingNextPage}
              onLoad={() => void query.fetchNextPage()}
            />
          </>
        );
      }}
    </Loaded>
  );
}
