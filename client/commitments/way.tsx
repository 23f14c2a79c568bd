import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Commitment } from "#shared/contract/commitments.ts";
import type { Community } from "#shared/contract/communities.ts";
import { Icon } from "../ui/icons.tsx";
import { usePercent } from "./use-percent.ts";

interface WayProps {
  community: Community;
  commitment: Commitment;
}

function Step({ isFirst, children }: { isFirst?: boolean; children: ReactNode }) {
  return (
    <li className="flex items-center gap-x-2">
      {!isFirst && <Icon name="arrow" size={16} className="text-muted rtl:-scale-x-100" />}
      {children}
    </li>
  );
}

interface SourceProps extends WayProps {
  isFirst: boolean;
}

/** What it follows from: a decision of the debate, a project that a round pays for, or an incident. */
function Source({ community, commitment, isFirst }: SourceProps) {
  const { t } = useTranslation("commitments");
  const { kind, id, title, debateId, roundId } = commitment.source;
  const { slug } = community;
  if (kind === "project" && roundId) {
    return (
      <Step isFirst={isFirst}>
        <Link to="/c/$slug/funding/$roundId" params={{ slug, roundId }} className="link">
          {t("way.project")} <bdi>{title}</bdi>
        </Link>
      </Step>
    );
  }
  if (kind === "incident") {
    return (
      <Step isFirst={isFirst}>
        <Link
          to="/c/$slug/incidents/$incidentId"
          params={{ slug, incidentId: id }}
          className="link"
        >
          {t("way.incident")} <bdi>{title}</bdi>
        </Link>
      </Step>
    );
  }
  if (!debateId) return null;
  return (
    <Step isFirst={isFirst}>
      <Link to="/c/$slug/d/$debateId/outcome" params={{ slug, debateId }} className="link">
        {t("way.decision")} <bdi>{title}</bdi>
      </Link>
    </Step>
  );
}

/** From the question over what was decided and what it may cost to what came of it, in one line of which each part leads there. */
export function Way({ community, commitment }: WayProps) {
  const { t } = useTranslation("commitments");
  const { source, progress, budget, review } = commitment;
  const { debateId } = source;
  const percent = usePercent();
  const params = { slug: community.slug, debateId: debateId ?? "" };
  const done = t("way.progress", { share: percent(progress) });
  return (
    <nav aria-label={t("way.label")}>
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {debateId && (
          <Step isFirst>
            <Link to="/c/$slug/d/$debateId/arguments" params={params} className="link">
              {t("way.debate")}
            </Link>
          </Step>
        )}
        <Source community={community} commitment={commitment} isFirst={!debateId} />
        {budget && (
          <Step>
            <bdi>{budget}</bdi>
          </Step>
        )}
        <Step isFirst={!debateId && !source.roundId && source.kind !== "incident" && !budget}>
          <a href="#reports" className="link">
            {done}
          </a>
        </Step>
        <Step>
          {review ? (
            <a href="#review" className="link">
              {t(`outcome.${review.outcome}`)}
            </a>
          ) : (
            <span className="text-muted">{t("way.noReview")}</span>
          )}
        </Step>
      </ol>
    </nav>
  );
}
