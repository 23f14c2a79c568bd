import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { Dispute } from "#shared/contract/disputes.ts";
import { CommunityHeader, useCommunity } from "../communities/public.ts";
import { JurySection } from "../juries/public.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Time } from "../ui/time.tsx";
import { CasePath } from "./case-path.tsx";
import { CaseSides } from "./case-sides.tsx";
import { CaseSubject } from "./case-subject.tsx";
import { AppealRuling, Signatures } from "./further.tsx";
import { Mediation } from "./mediation.tsx";
import { NextStepBox } from "./next-step-box.tsx";
import { Precedents } from "./precedents.tsx";
import { Questions } from "./questions.tsx";
import { caseQuery } from "./queries.ts";
import { Rulings } from "./rulings.tsx";
import { StageBadge } from "./stage-badge.tsx";
import { Statements } from "./statements.tsx";
import { useDisputesLive } from "./use-disputes-live.ts";
import { Withdraw } from "./withdraw.tsx";
import { useCaseTitle, useRuleText } from "./words.ts";

interface CaseProps {
  dispute: Dispute;
  slug: string;
}

/** Where it is, since when, and under which rule. */
function Head({ dispute, slug }: CaseProps) {
  const { t } = useTranslation("disputes");
  const ruleText = useRuleText();
  const { rule, openedAt } = dispute;
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <StageBadge {...dispute} />
      <span className="text-sm text-muted">
        {t("opened")} <Time value={openedAt} />
      </span>
      {rule && (
        <Link
          to="/c/$slug/charter"
          params={{ slug }}
          hash={`rule-${rule.number}`}
          className="link text-sm"
        >
          {ruleText(rule)}
        </Link>
      )}
    </p>
  );
}

/** The community votes in place of a jury, or has voted. */
function CommunityVote({ dispute, slug }: CaseProps) {
  const { t } = useTranslation("disputes");
  const { decision, stage } = dispute;
  if (!decision) return null;
  return (
    <p className="max-w-measure">
      {t(stage === "community" ? "vote.open" : "vote.held")}{" "}
      <Link
        to="/c/$slug/d/$debateId/decision"
        params={{ slug, debateId: decision.debateId }}
        className="link"
      >
        {t("go.vote")}
      </Link>
    </p>
  );
}

function Case({ dispute, slug }: CaseProps) {
  return (
    <div className="space-y-8">
      <Head dispute={dispute} slug={slug} />
      <NextStepBox dispute={dispute} slug={slug} />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <aside className="min-w-0 lg:order-last">
          <CasePath dispute={dispute} />
        </aside>
        <div className="min-w-0 space-y-12">
          <Rulings dispute={dispute} slug={slug} />
          <AppealRuling dispute={dispute} />
          <Signatures dispute={dispute} />
          <CommunityVote dispute={dispute} slug={slug} />
          <CaseSubject dispute={dispute} slug={slug} />
          <CaseSides dispute={dispute} slug={slug} />
          <Mediation dispute={dispute} />
          <Statements dispute={dispute} />
          <Questions dispute={dispute} />
          <JurySection dispute={dispute} slug={slug} />
          <Precedents dispute={dispute} slug={slug} />
          <Withdraw dispute={dispute} />
        </div>
      </div>
    </div>
  );
}

function CaseOf({ community, disputeId }: { community: Community; disputeId: string }) {
  useDisputesLive(community.id);
  const titleOf = useCaseTitle();
  const query = useQuery(caseQuery({ communityId: community.id, disputeId }));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(dispute) => (
        <div className="space-y-8">
          <CommunityHeader community={community} title={titleOf(dispute)} />
          <Case dispute={dispute} slug={community.slug} />
        </div>
      )}
    </Loaded>
  );
}

/** A case: what is disputed, how far it has come, and what the reader may do in it. */
export function CasePage() {
  const { slug, disputeId } = useParams({ from: "/c/$slug/disputes/$disputeId" });
  const query = useCommunity(slug);
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => <CaseOf community={community} disputeId={disputeId} />}
    </Loaded>
  );
}
