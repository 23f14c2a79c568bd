import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { decideRequest, type JoinRequest } from "#shared/contract/memberships.ts";
import { call } from "../lib/api.ts";
import { Byline } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Time } from "../ui/time.tsx";
import { refreshCommunity, requestsQuery } from "./queries.ts";
import { useSayFault } from "./say-fault.ts";

function Request({ community, request }: { community: Community; request: JoinRequest }) {
  const { t } = useTranslation("communities");
  const cache = useQueryClient();
  const sayFault = useSayFault();
  const params = { communityId: community.id, requestId: request.id };
  const decide = useMutation({
    mutationFn: (decision: "accepted" | "declined") =>
      call(decideRequest, { params, body: { decision } }),
    onSettled: async () => {
      refreshCommunity(cache, community);
      await cache.invalidateQueries({ queryKey: requestsQuery(community.id).queryKey });
    },
    onError: sayFault,
  });
  return (
    <Card as="li">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Byline person={request} />
        <Time value={request.createdAt} className="text-sm text-muted" />
      </div>
      {request.message && (
        <p dir="auto" className="mt-3 max-w-measure whitespace-pre-line">
          {request.message}
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button
          variant="primary"
          icon="check"
          busy={decide.isPending}
          onClick={() => decide.mutate("accepted")}
        >
          {t("requests.accept")}
        </Button>
        <Button busy={decide.isPending} onClick={() => decide.mutate("declined")}>
          {t("requests.decline")}
        </Button>
      </div>
    </Card>
  );
}

/** Who waits to be let in; nothing stands there while nobody does. */
export function RequestsPanel({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const query = useInfiniteQuery(requestsQuery(community.id));
  const requests = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="requests">
      <h2 id="requests" className="mb-4 text-2xl">
        {t("requests.title")}
      </h2>
      <ul className="space-y-3">
        {requests.map((request) => (
          <Request key={request.id} community={community} request={request} />
        ))}
      </ul>
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </section>
  );
}
