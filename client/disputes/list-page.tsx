import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { DisputeSummary } from "#shared/contract/disputes.ts";
import { CommunityHeader, useCommunity } from "../communities/public.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Select } from "../ui/select.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { EmptyState } from "../ui/states.tsx";
import { Time } from "../ui/time.tsx";
import { type CaseFilter, kinds, stages, withChoice } from "./case-search.ts";
import { casesQuery } from "./queries.ts";
import { StageBadge } from "./stage-badge.tsx";
import { useDisputesLive } from "./use-disputes-live.ts";
import { useCaseTitle, useRuleText } from "./words.ts";

interface PlaceProps {
  community: Community;
  filter: CaseFilter;
}

function Row({ dispute, slug }: { dispute: DisputeSummary; slug: string }) {
  const { t } = useTranslation("disputes");
  const titleOf = useCaseTitle();
  const ruleText = useRuleText();
  const { id: disputeId, rule, dueAt, openedAt, endedAt, choice, subject } = dispute;
  return (
    <li className="space-y-1.5 border-t border-line py-4 first:border-t-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          to="/c/$slug/disputes/$disputeId"
          params={{ slug, disputeId }}
          className="link min-w-0 font-serif text-lg"
        >
          {titleOf(dispute)}
        </Link>
        <StageBadge {...dispute} />
      </p>
      {choice !== null && <p className="font-medium">{t(`choice.${subject.kind}.${choice}`)}</p>}
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        {rule && <span>{ruleText(rule)}</span>}
        <span>
          {t("opened")} <Time value={openedAt} />
        </span>
        {dueAt !== null && (
          <span>
            {t("path.until")} <Time value={dueAt} />
          </span>
        )}
        {endedAt !== null && (
          <span>
            {t("ended")} <Time value={endedAt} />
          </span>
        )}
      </p>
    </li>
  );
}

function Filters({ community, filter }: PlaceProps) {
  const { t } = useTranslation("disputes");
  const ruleText = useRuleText();
  const navigate = useNavigate({ from: "/c/$slug/disputes" });
  const choose = (change: CaseFilter) =>
    void navigate({ search: withChoice(filter, change), replace: true, resetScroll: false });
  return (
    <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[repeat(3,minmax(0,14rem))_auto]">
      <Select
        label={t("filter.kind")}
        value={filter.kind ?? ""}
        onChange={({ target }) => choose({ kind: kinds.find((one) => one === target.value) })}
      >
        <option value="">{t("filter.anyKind")}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t("filter.stage")}
        value={filter.stage ?? ""}
        onChange={({ target }) => choose({ stage: stages.find((one) => one === target.value) })}
      >
        <option value="">{t("filter.anyStage")}</option>
        {stages.map((stage) => (
          <option key={stage} value={stage}>
            {t(`stage.${stage}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t("filter.rule")}
        value={filter.rule ?? ""}
        onChange={({ target }) => choose({ rule: Number(target.value) || undefined })}
      >
        <option value="">{t("filter.anyRule")}</option>
        {community.charter.map((rule) => (
          <option key={rule.number} value={rule.number}>
            {ruleText(rule)}
          </option>
        ))}
      </Select>
      {community.me && (
        <Checkbox
          label={t("filter.mine")}
          checked={filter.mine ?? false}
          onChange={({ target }) => choose({ mine: target.checked })}
        />
      )}
    </div>
  );
}

function NoCases({ community, filter }: PlaceProps) {
  const { t } = useTranslation("disputes");
  const { slug, me } = community;
  if (Object.keys(filter).length > 0) {
    return (
      <EmptyState
        icon="filter"
        title={t("list.noneFound")}
        action={
          <ButtonLink to="/c/$slug/disputes" params={{ slug }} search={{}}>
            {t("list.all")}
          </ButtonLink>
        }
      >
        {t("list.noneFoundText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="scales"
      title={t("list.none")}
      action={
        me && (
          <ButtonLink to="/c/$slug/disputes/new" params={{ slug }}>
            {t("list.bring")}
          </ButtonLink>
        )
      }
    >
      {t("list.noneText")}
    </EmptyState>
  );
}

function Cases({ community, filter }: PlaceProps) {
  useDisputesLive(community.id);
  const query = useInfiniteQuery(casesQuery(community.id, filter));
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const cases = pages.flatMap(({ items }) => items);
        if (cases.length === 0) return <NoCases community={community} filter={filter} />;
        return (
          <>
            <ul className="max-w-3xl">
              {cases.map((dispute) => (
                <Row key={dispute.id} dispute={dispute} slug={community.slug} />
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

/** The cases of a community, the latest first, and the way to bring one. */
export function DisputesPage() {
  const { slug } = useParams({ from: "/c/$slug/disputes" });
  const filter = useSearch({ from: "/c/$slug/disputes" });
  const { t } = useTranslation("disputes");
  const query = useCommunity(slug);
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => (
        <div className="space-y-8">
          <CommunityHeader
            community={community}
            title={t("list.title")}
            actions={
              community.me && (
                <ButtonLink to="/c/$slug/disputes/new" params={{ slug }} icon="scales">
                  {t("list.bring")}
                </ButtonLink>
              )
            }
          />
          <p className="max-w-measure text-muted">
            {t("list.lead")}{" "}
            <Link to="/help" hash="disputes" className="link">
              {t("list.help")}
            </Link>
          </p>
          <Filters community={community} filter={filter} />
          <Cases community={community} filter={filter} />
        </div>
      )}
    </Loaded>
  );
}
