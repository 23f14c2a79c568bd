import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Commitment, ProgressUpdate } from "#shared/contract/commitments.ts";
import type { Community } from "#shared/contract/communities.ts";
import { CaseLink } from "./case-link.tsx";
import { casesAboutQuery } from "./queries.ts";
import { useDisputesLive } from "./use-disputes-live.ts";
import { isUnderWay } from "./words.ts";

interface ReportProps {
  community: Community;
  commitment: Commitment;
  report: ProgressUpdate;
}

/** On a report: that it is disputed or was found to be false, or where somebody else than its author disputes it. */
export function ReportDispute({ community, commitment, report }: ReportProps) {
  const { t } = useTranslation("disputes");
  const { id: communityId, slug, me } = community;
  useDisputesLive(communityId);
  const about = { commitmentId: commitment.id };
  const { data: cases = [] } = useQuery(casesAboutQuery(communityId, about));
  if (report.foundFalseBy !== null) {
    return (
      <p className="text-sm text-danger">
        {t("falseReport.was")} <CaseLink dispute={{ id: report.foundFalseBy }} slug={slug} />
      </p>
    );
  }
  const isOfReport = ({ subject }: (typeof cases)[number]) =>
    subject.kind === "commitment" && subject.updateId === report.id;
  const open = cases.find((one) => isOfReport(one) && isUnderWay(one));
  if (open) {
    return (
      <p className="text-sm">
        {t("falseReport.isDisputed")} <CaseLink dispute={open} slug={slug} />
      </p>
    );
  }
  if (!me || me.participantId === report.by.id) return null;
  return (
    <p className="text-sm" data-no-print>
      <Link
        to="/c/$slug/disputes/new"
        params={{ slug }}
        search={{ commitment: commitment.id, report: report.id }}
        className="link"
      >
        {t("falseReport.button")}
      </Link>
    </p>
  );
}
