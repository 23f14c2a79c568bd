import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { JuryDuty } from "#shared/contract/disputes.ts";
import { Countdown } from "../ui/countdown.tsx";
import { Icon } from "../ui/icons.tsx";

interface SummonsListProps {
  slug: string;
  summons: JuryDuty["summons"];
}

/** The juries that wait for one, each with what to do there and by when. */
export function SummonsList({ slug, summons }: SummonsListProps) {
  const { t } = useTranslation("juries");
  return (
    <ul className="max-w-3xl divide-y divide-line">
      {summons.map(({ disputeId, stage, dueAt }) => (
        <li key={disputeId} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3">
          <Link
            to="/c/$slug/disputes/$disputeId/jury"
            params={{ slug, disputeId }}
            className="flex min-w-0 items-center gap-2.5 font-medium no-underline hover:underline"
          >
            <Icon name="arrow" className="text-accent" />
            {t(`duties.at.${stage}`, t("duties.at.other"))}
          </Link>
          {dueAt !== null && <Countdown until={dueAt} over={t("duty.over")} />}
        </li>
      ))}
    </ul>
  );
}
