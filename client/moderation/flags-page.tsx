import { useInfiniteQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { OwnFlag } from "#shared/contract/flags.ts";
import { CommunityFrame } from "../communities/public.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Fault } from "../ui/fault.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { EmptyState } from "../ui/states.tsx";
import { Time } from "../ui/time.tsx";
import { useWithdrawFlag } from "./use-withdraw-flag.ts";
import { flagsQuery } from "./queries.ts";
import { useModerationLive } from "./use-moderation-news.ts";
import { useRuleText } from "./words.ts";

function Entry({ flag, communityId }: { flag: OwnFlag; communityId: string }) {
  const { t } = useTranslation("moderation");
  const ruleText = useRuleText();
  const withdraw = useWithdrawFlag(communityId);
  const { subject, rule, note, outcome, createdAt } = flag;
  return (
    <li className="space-y-1 border-t border-line py-4 first:border-t-0">
      <p className="flex flex-wrap items-center gap-3">
        <span className="font-medium">{t(`subject.${subject.kind}`)}</span>
        <Badge tone={outcome === "agreed" ? "good" : "plain"}>{t(`outcome.${outcome}`)}</Badge>
        <Time value={createdAt} className="text-sm text-muted" />
      </p>
      <p>{ruleText(rule)}</p>
      {note && (
        <p dir="auto" className="max-w-measure text-muted">
          {note}
        </p>
      )}
      {outcome === "open" && (
        <Button
          size="small"
          icon="undo"
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate(flag.id)}
        >
          {t("flag.takeBack")}
        </Button>
      )}
      <Fault error={withdraw.error} />
    </li>
  );
}

function Flags({ community }: { community: Community }) {
  const { t } = useTranslation("moderation");
  useModerationLive(community.id);
  const query = useInfiniteQuery(flagsQuery(community.id));
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const flags = pages.flatMap(({ items }) => items);
        if (flags.length === 0) {
          return (
            <EmptyState icon="flag" title={t("flags.none")}>
              {t("flags.noneText")}
            </EmptyState>
          );
        }
        return (
          <>
            <ul className="max-w-3xl">
              {flags.map((flag) => (
                <Entry key={flag.id} flag={flag} communityId={community.id} />
              ))}
            </ul>
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

/** What the reader has flagged, and what became of it. */
export function FlagsPage() {
  const { slug } = useParams({ from: "/c/$slug/moderation/flags" });
  const { t } = useTranslation("moderation");
  return (
    <CommunityFrame slug={slug} title={t("flags.title")}>
      {(community) => <Flags community={community} />}
    </CommunityFrame>
  );
}
