import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { useDebate } from "../debates/public.ts";
import { Banner } from "../ui/banner.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { CaseLink } from "./case-link.tsx";
import { casesAboutQuery } from "./queries.ts";
import { StageBadge } from "./stage-badge.tsx";
import { useDisputesLive } from "./use-disputes-live.ts";
import { isUnderWay } from "./words.ts";

interface DecisionProps {
  decision: DecisionView;
}

const held: readonly DecisionView["status"][] = ["open", "counting", "closed"];
const begun: readonly DecisionView["status"][] = [...held, "annulled"];

/** The latest cases about a decision, live; none is looked for before voting has begun. */
function useCases({ communityId, id: decisionId, status }: DecisionView) {
  useDisputesLive(communityId);
  const { data } = useQuery({
    ...casesAboutQuery(communityId, { decisionId }),
    enabled: begun.includes(status),
  });
  return data ?? [];
}

/** On a decision: that it is disputed, and whether it has an effect meanwhile; or what a jury found. */
export function DecisionDispute({ decision }: DecisionProps) {
  const { t } = useTranslation("disputes");
  const { slug } = useDebate();
  const cases = useCases(decision);
  const open = cases.find(isUnderWay);
  if (open) {
    return (
      <Banner tone="warn" icon="scales" action={<CaseLink dispute={open} slug={slug} />}>
        {t(decision.suspendedFor === null ? "doubt.isDisputed" : "doubt.isSuspended")}
      </Banner>
    );
  }
  const ruled = cases.filter(({ choice }) => choice !== null);
  return ruled.map((dispute) => (
    <p key={dispute.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{t("doubt.was")}</span>
      <StageBadge {...dispute} />
      <span className="font-medium">{t(`choice.decision.${dispute.choice}`)}</span>
      <CaseLink dispute={dispute} slug={slug} />
    </p>
  ));
}

/** Where a member disputes a decision on which voting has begun. */
export function DisputeDecision({ decision }: DecisionProps) {
  const { t } = useTranslation("disputes");
  const { slug, me } = useDebate();
  const cases = useCases(decision);
  if (!me || !held.includes(decision.status) || cases.some(isUnderWay)) return null;
  return (
    <p data-no-print>
      <ButtonLink
        to="/c/$slug/disputes/new"
        params={{ slug }}
        search={{ decision: decision.id }}
        icon="scales"
        size="small"
      >
        {t("doubt.button")}
      </ButtonLink>
    </p>
  );
}
