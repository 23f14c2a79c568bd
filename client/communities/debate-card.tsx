import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DebateSummary, LiveDebate } from "#shared/contract/debates.ts";
import { NewCount } from "../reading/public.ts";
import { useTopicName } from "../topics/public.ts";
import { Card } from "../ui/card.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { Icon } from "../ui/icons.tsx";
import { PhaseBadge } from "../ui/phase-badge.tsx";
import { Time } from "../ui/time.tsx";

function Question({ debate, slug }: { debate: DebateSummary; slug: string }) {
  const { t } = useTranslation("communities");
  const isHidden = debate.moderation !== undefined && debate.moderation.state !== "collapsed";
  return (
    <Link
      to="/c/$slug/d/$debateId/arguments"
      params={{ slug, debateId: debate.id }}
      lang={debate.language}
      className="stretched no-underline"
    >
      <bdi>{isHidden ? t("hiddenQuestion") : debate.question}</bdi>
    </Link>
  );
}

/** How much was said, in words. Kinds of which there is nothing are left out. */
function Counts({ counts }: Pick<DebateSummary, "counts">) {
  const { t } = useTranslation("communities");
  const words = (["positions", "claims", "statements"] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`counts.${kind}`, { count: counts[kind] }));
  return words.length > 0 ? <span>{words.join(" · ")}</span> : null;
}

function Deadline({ closesAt }: Pick<DebateSummary, "closesAt">) {
  const { t } = useTranslation("communities");
  return closesAt ? <Countdown until={closesAt} over={t("closing")} /> : null;
}

function Facts({ children }: { children: ReactNode }) {
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
      {children}
    </p>
  );
}

/** A debate that goes on now, on the first page. */
export function LiveDebateCard({ debate }: { debate: LiveDebate }) {
  const { t } = useTranslation("communities");
  const topicName = useTopicName();
  return (
    <Card as="article" linked className="flex flex-col">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <PhaseBadge phase={debate.phase} />
        {debate.present > 0 && (
          <span className="inline-flex items-center gap-1.5 text-sm text-muted">
            <span aria-hidden="true" className="size-2 rounded-full bg-good" />
            {t("present", { count: debate.present })}
          </span>
        )}
      </div>
      <h3 className="mt-3 mb-3 text-xl text-balance">
        <Question debate={debate} slug={debate.community.slug} />
      </h3>
      <div className="mt-auto">
        <p className="text-sm">
          <bdi>{debate.community.name}</bdi>
        </p>
        <Facts>
          <bdi>{topicName(debate.topic, debate.topicName)}</bdi>
          <Counts counts={debate.counts} />
          <Deadline closesAt={debate.closesAt} />
        </Facts>
      </div>
    </Card>
  );
}

/** A debate in the list of its community. */
export function DebateRow({ debate, slug }: { debate: DebateSummary; slug: string }) {
  const topicName = useTopicName();
  return (
    <li className="group relative flex items-start gap-4 border-t border-line py-row">
      <div className="min-w-0 flex-1">
        <h4 className="font-serif text-xl leading-7 group-hover:text-accent">
          <Question debate={debate} slug={slug} />
        </h4>
        <Facts>
          <bdi>{topicName(debate.topic, debate.topicName)}</bdi>
          <Counts counts={debate.counts} />
          <Deadline closesAt={debate.closesAt} />
          <Time value={debate.updatedAt} />
          <NewCount communityId={debate.communityId} debateId={debate.id} />
        </Facts>
      </div>
      <Icon name="chevron" className="mt-1 text-muted" />
    </li>
  );
}
