import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { orderTopics, type TopicList } from "#shared/contract/topics.ts";
import { CommunityFrame } from "../communities/public.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { refreshTopics, showOrder, topicsQuery } from "./queries.ts";
import { NewTopicForm } from "./topic-form.tsx";
import { TopicRow } from "./topic-row.tsx";

/** Swaps a topic with its neighbour; shown at once, and as it stands when the server refuses. */
function useOrder(communityId: string, ids: readonly string[]) {
  const cache = useQueryClient();
  const order = useMutation({
    mutationFn: (wanted: string[]) =>
      call(orderTopics, { params: { communityId }, body: { ids: wanted } }),
    onMutate: (wanted) => showOrder(cache, communityId, wanted),
    onSettled: () => refreshTopics(cache, communityId),
    scope: { id: `topic-order ${communityId}` },
  });
  return (at: number, by: 1 | -1) => {
    const [one, other] = [ids[at], ids[at + by]];
    if (one === undefined || other === undefined) return undefined;
    return () => order.mutate(ids.with(at, other).with(at + by, one));
  };
}

function InUse({ community, list }: { community: Community; list: TopicList }) {
  const topics = list.items.filter(({ isRetired }) => !isRetired);
  const moveOf = useOrder(
    community.id,
    topics.map(({ id }) => id),
  );
  return (
    <ul>
      {topics.map((topic, at) => (
        <TopicRow
          key={topic.id}
          community={community}
          topic={topic}
          isDefined={list.can.define}
          moves={{ up: moveOf(at, -1), down: moveOf(at, 1) }}
        />
      ))}
    </ul>
  );
}

function Retired({ community, list }: { community: Community; list: TopicList }) {
  const { t } = useTranslation("topics");
  const topics = list.items.filter(({ isRetired }) => isRetired);
  if (topics.length === 0) return null;
  return (
    <section aria-labelledby="retired-topics">
      <h2 id="retired-topics" className="text-xl">
        {t("retiredTitle")}
      </h2>
      <p className="mt-1 mb-3 text-muted">{t("retiredLead")}</p>
      <ul>
        {topics.map((topic) => (
          <TopicRow
            key={topic.id}
            community={community}
            topic={topic}
            isDefined={list.can.define}
          />
        ))}
      </ul>
    </section>
  );
}

function Add({ communityId }: { communityId: string }) {
  const { t } = useTranslation("topics");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="border-t border-line pt-4">
      {isOpen ? (
        <NewTopicForm communityId={communityId} onDone={() => setIsOpen(false)} />
      ) : (
        <Button icon="plus" onClick={() => setIsOpen(true)}>
          {t("add")}
        </Button>
      )}
    </div>
  );
}

function Topics({ community }: { community: Community }) {
  const { t } = useTranslation("topics");
  const query = useQuery(topicsQuery(community.id));
  return (
    <Loaded query={query}>
      {(list) => (
        <div className="max-w-measure space-y-12">
          <div>
            <p className="mb-4 text-muted">{t(list.can.define ? "leadDefine" : "lead")}</p>
            <InUse community={community} list={list} />
            {list.can.define && <Add communityId={community.id} />}
          </div>
          <Retired community={community} list={list} />
        </div>
      )}
    </Loaded>
  );
}

/** Under which topics a community files its debates; those who look after it define them here. */
export function TopicsPage() {
  const { slug } = useParams({ from: "/c/$slug/topics" });
  const { t } = useTranslation("topics");
  return (
    <CommunityFrame slug={slug} title={t("title")}>
      {(community) => <Topics community={community} />}
    </CommunityFrame>
  );
}
