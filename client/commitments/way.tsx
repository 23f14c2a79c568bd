import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { Commitment } from "#shared/contract/commitments.ts";
import type { Community } from "#shared/contract/communities.ts";
import { Icon } from "../ui/icons.tsx";

interface WayProps {
  community: Community;
  commitment: Commitment;
}

/** From the question over the decision to what came of it, in one line of which each part leads there. */
export function Way({ community, commitment }: WayProps) {
  const { t, i18n } = useTranslation("commitments");
  const { source, progress, budget, review } = commitment;
  const { debateId } = source;
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" });
  const params = { slug: community.slug, debateId: debateId ?? "" };
  const steps = [
    debateId && (
      <Link to="/c/$slug/d/$debateId/arguments" params={params} className="link">
        {t("way.debate")}
      </Link>
    ),
    debateId && (
      <Link to="/c/$slug/d/$debateId/outcome" params={params} className="link">
        {t("way.decision")} <bdi>{source.title}</bdi>
      </Link>
    ),
    budget && <bdi>{budget}</bdi>,
    <a href="#reports" className="link">
      {t("way.progress", { share: percent.format(progress / 100) })}
    </a>,
    review ? (
      <a href="#review" className="link">
        {t(`outcome.${review.outcome}`)}
      </a>
    ) : (
      <span className="text-muted">{t("way.noReview")}</span>
    ),
  ].filter(Boolean);
  return (
    <nav aria-label={t("way.label")}>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {steps.map((step, at) => (
          <Fragment key={at}>
            {at > 0 && <Icon name="arrow" size={16} className="text-muted rtl:-scale-x-100" />}
            {step}
          </Fragment>
        ))}
      </p>
    </nav>
  );
}
