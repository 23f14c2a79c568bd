import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isOutOfSight } from "#shared/contract/moderated.ts";
import type { Community } from "#shared/contract/communities.ts";
import type { DebateView } from "#shared/contract/debates.ts";
import { BookmarkToggle, FollowMenu } from "../reading/public.ts";
import { LockNote, Moderated } from "../moderation/public.ts";
import { Facilitators } from "../curation/public.ts";
import { useTopicName } from "../topics/public.ts";
import { AvatarStack } from "../ui/avatar.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { Icon } from "../ui/icons.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { PhaseBadge } from "../ui/phase-badge.tsx";
import { Time } from "../ui/time.tsx";
import { useDebate } from "./debate-context.ts";
import { ExportMenu } from "./export-menu.tsx";
import { NextStepButton, NextStepWords } from "./next-step-button.tsx";
import { SteerMenu } from "./steer-menu.tsx";
import { useTour } from "./tour/tour.ts";
import { TourOffer } from "./tour/tour-offer.tsx";
import type { Presence } from "./use-live-debate.ts";

/** Until when: the open decision's end, else the next move that the clock will make. */
function Deadline({ debate }: { debate: DebateView }) {
  const { t } = useTranslation(["debates", "ui"]);
  if (debate.closesAt) return <Countdown until={debate.closesAt} over={t("header.closing")} />;
  const next = debate.schedule.find(({ refusal }) => refusal === null);
  if (!next) return null;
  return (
    <span className="inline-flex items-center gap-1.5 text-sm text-muted">
      <Icon name="clock" size={16} />
      {t("header.nextPhase", { phase: t(`ui:phase.${next.to}`) })} <Time value={next.at} />
    </span>
  );
}

/** Who writes now, in a few quiet words. */
function Writing() {
  const { t, i18n } = useTranslation("debates");
  const { writers } = useDebate();
  if (writers.length === 0) return null;
  const names = new Intl.ListFormat(i18n.language).format(writers.map(({ name }) => name));
  return (
    <span
      className="inline-flex items-center gap-1.5 text-sm text-muted max-sm:hidden"
      title={names}
    >
      <Icon name="edit" size={14} />
      {t("header.writing", { count: writers.length })}
    </span>
  );
}

/** Whether the heading has left the screen upwards. */
function useIsPast() {
  const mark = useRef<HTMLDivElement>(null);
  const [isPast, setIsPast] = useState(false);
  useEffect(() => {
    if (!mark.current) return undefined;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry) setIsPast(!entry.isIntersecting && entry.boundingClientRect.top < 0);
    });
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, []);
  return { mark, isPast };
}

/** The question in one line, once its heading has scrolled away. It lies over the page and moves nothing. */
function CompactHeader({ debate }: { debate: DebateView }) {
  const { t } = useTranslation("debates");
  return (
    <section
      aria-label={t("header.label")}
      className="-mx-4 flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 rounded-b-md border border-t-0 border-line bg-paper px-4 py-2 shadow-high sm:-mx-6 sm:px-6 md:flex-nowrap"
    >
      <p
        lang={debate.language}
        dir="auto"
        className="min-w-0 flex-1 basis-full truncate font-serif text-lg font-semibold md:basis-auto"
      >
        <bdi>{isOutOfSight(debate.moderation) ? t("header.hiddenQuestion") : debate.question}</bdi>
      </p>
      <PhaseBadge phase={debate.phase} />
      <Deadline debate={debate} />
      <span className="ms-auto">
        <NextStepButton size="small" />
      </span>
    </section>
  );
}

/** What one can do now, and a way to have the page explained. */
function WhatNow() {
  return (
    <div
      data-no-print
      data-tour="next"
      className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      <NextStepWords />
      <NextStepButton />
      <TourOffer />
    </div>
  );
}

/** In which community, about which topic, and by whom. */
function Whereabouts({ community, debate }: { community: Community; debate: DebateView }) {
  const nameOf = useNameOf();
  const topicName = useTopicName();
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <Link to="/c/$slug" params={{ slug: community.slug }} className="link">
        <bdi>{community.name}</bdi>
      </Link>
      <span aria-hidden="true">·</span>
      <Link
        to="/c/$slug"
        params={{ slug: community.slug }}
        search={{ topic: debate.topic }}
        className="link"
      >
        <bdi>{topicName(debate.topic, debate.topicName)}</bdi>
      </Link>
      <span aria-hidden="true">·</span>
      <bdi>{nameOf(debate.author)}</bdi>
    </span>
  );
}

interface DebateHeaderProps {
  community: Community;
  presence: Presence;
}

/** Question, phase, deadline, and what one can do now; a short form of it stays in sight. */
export function DebateHeader({ community, presence }: DebateHeaderProps) {
  const { t } = useTranslation("debates");
  const { debate } = useDebate();
  const isHidden = isOutOfSight(debate.moderation);
  const { mark, isPast } = useIsPast();
  // It would lie over what the tour points at.
  const { isRunning: isOnTour } = useTour(debate.id);
  return (
    <>
      <header className="pb-5">
        <PageHeading
          large
          lang={debate.language}
          actions={
            <>
              <BookmarkToggle />
              <FollowMenu />
              <ExportMenu />
              <SteerMenu />
            </>
          }
          eyebrow={<Whereabouts community={community} debate={debate} />}
        >
          {isHidden ? t("header.hiddenQuestion") : debate.question}
        </PageHeading>
        {isHidden && (
          <div className="mt-4 max-w-measure">
            <Moderated
              subject={{ kind: "question", id: debate.id }}
              mark={debate.moderation}
              authorId={debate.author.id}
            />
          </div>
        )}
        <div data-tour="question" className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
          <PhaseBadge phase={debate.phase} />
          <Deadline debate={debate} />
          <AvatarStack people={presence.people} total={presence.total} />
          <Writing />
          <Facilitators />
        </div>
        <LockNote kind="question" id={debate.id} />
        <WhatNow />
        <div ref={mark} />
      </header>
      <div data-no-print className="sticky top-0 z-30 h-0">
        {isPast && !isOnTour && <CompactHeader debate={debate} />}
      </div>
    </>
  );
}
