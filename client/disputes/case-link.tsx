import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { DisputeSummary } from "#shared/contract/disputes.ts";

/** To the page of a case. */
export function CaseLink({ dispute, slug }: { dispute: Pick<DisputeSummary, "id">; slug: string }) {
  const { t } = useTranslation("disputes");
  return (
    <Link
      to="/c/$slug/disputes/$disputeId"
      params={{ slug, disputeId: dispute.id }}
      className="link"
    >
      {t("toCase")}
    </Link>
  );
}
