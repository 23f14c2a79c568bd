import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Commitment } from "#shared/contract/commitments.ts";
import type { Community } from "#shared/contract/communities.ts";
import { Icon } from "../ui/icons.tsx";

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

/** From the question over the decision to what came of it, in one line of which each part leads there. */
export function Way({ community, commitment }: WayProps) {
  const { t, i18n } = useTranslation("commitments");
  const { source, progress, budget, review } = commitment;
  const { debateId } = source;
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" });
  const params = { slug: community.slug, debateId: debateId ?? "" };
  const done = t("way.progress", { share: percent.format(progress / 100) });
  return (
    <nav aria-label={t("way.label")}>
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {debateId && (
          <>
            <Step isFirst>
              <Link to="/c/$slug/d/$debateId/arguments" params={params} className="link">
                {t("way.debate")}
              </Link>
            </Step>
            <Step>
              <Link to="/c/$slug/d/$debateId/outcome" params={params} className="link">
                {t("way.decision")} <bdi>{source.title}</bdi>
              </Link>
            </Step>
          </>
        )}
        {budget && (
          <Step>
            <bdi>{budget}</bdi>
          </Step>
        )}
        <Step isFirst={!debateId && !budget}>
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
