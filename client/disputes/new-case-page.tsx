import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { BlocksHere } from "../blocks/public.ts";
import { CommunityFrame } from "../communities/public.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/states.tsx";
import { AppealForm } from "./appeal-form.tsx";
import type { Asked } from "./case-search.ts";
import { ConflictForm } from "./conflict-form.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { ReportForm } from "./report-form.tsx";

interface PlaceProps {
  community: Community;
  asked: Asked;
}

/** What can be disputed, and where one begins. */
function Chooser({ slug }: { slug: string }) {
  const { t } = useTranslation("disputes");
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      <Card as="li" className="space-y-2">
        <h2 className="text-xl">{t("kind.action")}</h2>
        <p>{t("new.action")}</p>
        <p>
          <Link to="/notifications" className="link">
            {t("new.toNotices")}
          </Link>
        </p>
      </Card>
      <Card as="li" className="space-y-2">
        <h2 className="text-xl">{t("kind.conflict")}</h2>
        <p>{t("new.conflict")}</p>
        <p>
          <ButtonLink to="/c/$slug/disputes/new" params={{ slug }} search={{ with: "somebody" }}>
            {t("new.toConflict")}
          </ButtonLink>
        </p>
      </Card>
      <Card as="li" className="space-y-2">
        <h2 className="text-xl">{t("kind.decision")}</h2>
        <p>{t("new.decision")}</p>
        <p>
          <Link to="/c/$slug" params={{ slug }} className="link">
            {t("new.toDebates")}
          </Link>
        </p>
      </Card>
      <Card as="li" className="space-y-2">
        <h2 className="text-xl">{t("kind.commitment")}</h2>
        <p>{t("new.commitment")}</p>
        <p>
          <Link to="/c/$slug/commitments" params={{ slug }} className="link">
            {t("new.toCommitments")}
          </Link>
        </p>
      </Card>
    </ul>
  );
}

function Chosen({ community, asked }: PlaceProps) {
  const { t } = useTranslation("disputes");
  if (!community.me) {
    return (
      <EmptyState icon="lock" title={t("new.membersOnly")}>
        {t("new.membersOnlyText")}
      </EmptyState>
    );
  }
  if (asked.action !== undefined) {
    return <AppealForm community={community} actionId={asked.action} />;
  }
  if (asked.decision !== undefined) {
    return <DecisionForm community={community} decisionId={asked.decision} />;
  }
  if (asked.commitment !== undefined && asked.report !== undefined) {
    const { commitment: commitmentId, report: updateId } = asked;
    return <ReportForm community={community} {...{ commitmentId, updateId }} />;
  }
  if (asked.with === undefined) return <Chooser slug={community.slug} />;
  const participantId = asked.with === "somebody" ? undefined : asked.with;
  return (
    <BlocksHere community={community}>
      <ConflictForm key={participantId} community={community} participantId={participantId} />
    </BlocksHere>
  );
}

const kindOf = ({ action, decision, report, with: person }: Asked) => {
  if (action !== undefined) return "action";
  if (decision !== undefined) return "decision";
  if (report !== undefined) return "commitment";
  return person === undefined ? "any" : "conflict";
};

/** Where a case is brought: an appeal, a conflict, or a doubt about a decision or a report. */
export function NewCasePage() {
  const { slug } = useParams({ from: "/c/$slug/disputes/new" });
  const asked = useSearch({ from: "/c/$slug/disputes/new" });
  const { t } = useTranslation("disputes");
  return (
    <CommunityFrame slug={slug} title={t(`new.title.${kindOf(asked)}`)}>
      {(community) => <Chosen community={community} asked={asked} />}
    </CommunityFrame>
  );
}
