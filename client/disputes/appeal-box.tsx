import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ModerationAction } from "#shared/contract/moderation.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { Time } from "../ui/time.tsx";
import { CaseLink } from "./case-link.tsx";
import { casesAboutQuery } from "./queries.ts";
import { StageBadge } from "./stage-badge.tsx";
import { useDisputesLive } from "./use-disputes-live.ts";

interface AppealBoxProps {
  communityId: string;
  slug: string;
  action: ModerationAction;
  /** Whether the action is about the reader. */
  isMine: boolean;
}

/** With an action: the way to appeal, by when; or the case that there is about it, and what was found. */
export function AppealBox({ communityId, slug, action, isMine }: AppealBoxProps) {
  const { t } = useTranslation("disputes");
  useDisputesLive(communityId);
  const { data } = useQuery(casesAboutQuery(communityId, { actionId: action.id }));
  const [dispute] = data ?? [];
  const { appealUntil, can } = action;
  if (dispute) {
    return (
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>{t("appeal.was")}</span>
        <StageBadge {...dispute} />
        {dispute.choice !== null && (
          <span className="font-medium">{t(`choice.action.${dispute.choice}`)}</span>
        )}
        <CaseLink dispute={dispute} slug={slug} />
      </p>
    );
  }
  if (!isMine || appealUntil === null) return null;
  if (!can.appeal) {
    return (
      <p className="text-muted">
        {t("appeal.over")} <Time value={appealUntil} show="absolute" />
      </p>
    );
  }
  return (
    <div className="space-y-2">
      <p className="max-w-measure">{t("appeal.offer")}</p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ButtonLink
          to="/c/$slug/disputes/new"
          params={{ slug }}
          search={{ action: action.id }}
          variant="primary"
          icon="scales"
        >
          {t("appeal.button")}
        </ButtonLink>
        <span className="text-sm text-muted">
          {t("appeal.until")} <Time value={appealUntil} show="absolute" />
        </span>
        <Countdown until={appealUntil} over={t("next.over")} />
      </p>
    </div>
  );
}
