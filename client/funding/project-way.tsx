import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { FundingProject } from "#shared/contract/funding.ts";
import { StateBadge } from "../commitments/public.ts";
import { Icon } from "../ui/icons.tsx";
import { useMoney } from "./money.ts";
import type { RoundProps } from "./props.ts";

interface ProjectWayProps extends RoundProps {
  project: FundingProject;
}

const Arrow = () => <Icon name="arrow" size={16} className="text-muted rtl:-scale-x-100" />;

/** From what a project was given over what was promised for it to how far that is, in one line. */
export function ProjectWay({ project, view, community }: ProjectWayProps) {
  const { t, i18n } = useTranslation("funding");
  const money = useMoney(view.round.currency);
  const commitment = view.commitments.find(({ source }) => source.id === project.id);
  const amount = view.outcome?.projects.find(({ id }) => id === project.id)?.amount ?? 0;
  if (!commitment) return null;
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" });
  const done = percent.format(commitment.progress / 100);
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="tabular-nums">{t("way.gets", { amount: money(amount) })}</span>
      <Arrow />
      <Link
        to="/c/$slug/commitments/$commitmentId"
        params={{ slug: community.slug, commitmentId: commitment.id }}
        className="link"
        aria-label={t("way.commitment-of", { title: project.title })}
      >
        {t("way.commitment")}
      </Link>
      <StateBadge state={commitment.state} />
      <Arrow />
      <span className="tabular-nums">{t("way.done", { share: done })}</span>
    </p>
  );
}
