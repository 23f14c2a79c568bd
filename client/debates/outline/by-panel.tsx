import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Position } from "#shared/contract/claims.ts";
import { Icon } from "../../ui/icons.tsx";
import { useDebate } from "../debate-context.ts";

/** That a panel drawn by lot recommends a position, by how many of its seats. */
export function MarkedByPanel({ position: { byPanel, withdrawnAt } }: { position: Position }) {
  const { t, i18n } = useTranslation("debates");
  const { slug } = useDebate();
  if (!byPanel || withdrawnAt !== undefined) return null;
  const number = (value: number) => value.toLocaleString(i18n.language);
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-2 text-sm font-medium text-accent">
      <Icon name="rings" size={18} />
      {byPanel.panelId === null ? (
        t("byPanel.elsewhere")
      ) : (
        <Link
          to="/c/$slug/panels/$panelId"
          params={{ slug, panelId: byPanel.panelId }}
          hash="recommendations"
          className="link"
        >
          {t("byPanel.by")}
        </Link>
      )}
      <span className="font-normal text-muted">
        {t("byPanel.yes", { yes: number(byPanel.yes), seats: number(byPanel.seats) })}
      </span>
    </p>
  );
}
