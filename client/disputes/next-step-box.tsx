import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Dispute } from "#shared/contract/disputes.ts";
import { buttonClass, ButtonLink } from "../ui/button.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { type NextStep, nextStepOf } from "./next-step.ts";
import { juryRoomQuery } from "./queries.ts";

interface BoxProps {
  dispute: Dispute;
  slug: string;
}

function Way({ dispute, slug, step }: BoxProps & { step: NextStep }) {
  const { t } = useTranslation("disputes");
  const { spot } = step;
  const { id: disputeId, decision, mine } = dispute;
  const { seat } = mine;
  if (spot === null) return null;
  const look = { variant: "primary" as const, iconAfter: "arrow" as const };
  if (spot === "jury") {
    return (
      <ButtonLink
        to={seat ? "/c/$slug/disputes/$disputeId/jury" : "/c/$slug/disputes/$disputeId"}
        params={{ slug, disputeId }}
        {...(seat === null && { hash: "juries" })}
        {...look}
      >
        {t("go.jury")}
      </ButtonLink>
    );
  }
  if (spot === "vote") {
    const { debateId } = decision ?? { debateId: "" };
    return (
      <ButtonLink to="/c/$slug/d/$debateId/decision" params={{ slug, debateId }} {...look}>
        {t("go.vote")}
      </ButtonLink>
    );
  }
  return (
    <a href={`#${spot}`} className={buttonClass({ variant: "primary" })}>
      {t(`go.${spot}`)}
    </a>
  );
}

/** What the reader can do next, before all else; where there is nothing, what the case waits for. */
export function NextStepBox({ dispute, slug }: BoxProps) {
  const { t } = useTranslation("disputes");
  const { communityId, id: disputeId, mine, can } = dispute;
  const isParty = mine.side === "claimant" || mine.side === "respondent";
  const { data } = useQuery({
    ...juryRoomQuery({ communityId, disputeId }),
    enabled: isParty && can.readAll,
  });
  const open = data?.questions.filter((question) => question.can.answer).length ?? 0;
  const step = nextStepOf(dispute, open);
  return (
    <section
      aria-label={t("next.title")}
      className="space-y-3 rounded-lg border-s-4 border-accent bg-accent-soft px-5 py-4"
    >
      <p className="max-w-measure text-lg">{t(`next.${step.what}`)}</p>
      {(step.spot !== null || step.until !== null) && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Way dispute={dispute} slug={slug} step={step} />
          {step.until !== null && <Countdown until={step.until} over={t("next.over")} />}
        </p>
      )}
    </section>
  );
}
