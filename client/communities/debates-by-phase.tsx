import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { DebateSummary } from "#shared/contract/debates.ts";
import type { Phase } from "#shared/contract/phases.ts";
import { NoneUnderTopic } from "../topics/public.ts";
import { ButtonLink } from "../ui/button.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PhaseBadge } from "../ui/phase-badge.tsx";
import { EmptyState } from "../ui/states.tsx";
import { DebateRow } from "./debate-card.tsx";
import { debatesQuery } from "./queries.ts";

/** What asks for people comes first, what is over last. */
const order: readonly Phase[] = [
  "voting",
  "deliberation",
  "framing",
  "draft",
  "decided",
  "followup",
  "archived",
];

export function groupByPhase(debates: readonly DebateSummary[]) {
  return order
    .map((phase) => ({ phase, debates: debates.filter((debate) => debate.phase === phase) }))
    .filter((group) => group.debates.length > 0);
}

function NoDebates({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const { slug, me } = community;
  return (
    <EmptyState
      icon="question"
      title={t("debates.none")}
      action={
        me && (
          <ButtonLink to="/c/$slug/debates/new" params={{ slug }} variant="primary" icon="question">
            {t("debates.ask")}
          </ButtonLink>
        )
      }
    >
      {t(me ? "debates.noneHint" : "debates.noneForVisitors")}
    </EmptyState>
  );
}

interface DebatesByPhaseProps {
  community: Community;
  /** Undefined for all. */
  topic: string | undefined;
}

/** The debates of a community, or those under one topic, by how far they are. */
export function DebatesByPhase({ community, topic }: DebatesByPhaseProps) {
  const query = useInfiniteQuery(debatesQuery(community.id, topic));
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const groups = groupByPhase(pages.flatMap(({ items }) => items));
        if (groups.length === 0) {
          return topic === undefined ? (
            <NoDebates community={community} />
          ) : (
            <NoneUnderTopic slug={community.slug} />
          );
        }
        return (
          <div className="space-y-8">
            {groups.map(({ phase, debates }) => (
              <section key={phase} aria-labelledby={`phase-${phase}`}>
                <h3 id={`phase-${phase}`} className="mb-3 font-sans">
                  <PhaseBadge phase={phase} />
                </h3>
                <ul>
                  {debates.map((debate) => (
                    <DebateRow key={debate.id} debate={debate} slug={community.slug} />
                  ))}
                </ul>
              </section>
            ))}
            <LoadMore
              hasMore={query.hasNextPage}
              isLoading={query.isFetchingNextPage}
              onLoad={() => void query.fetchNextPage()}
            />
          </div>
        );
      }}
    </Loaded>
  );
}
