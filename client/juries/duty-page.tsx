import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { Dispute } from "#shared/contract/disputes.ts";
import { CommunityHeader, useCommunity } from "../communities/public.ts";
import {
  caseQuery,
  CaseSides,
  Part,
  Precedents,
  Questions,
  StatementList,
  useCaseTitle,
  useDisputesLive,
} from "../disputes/public.ts";
import { Card } from "../ui/card.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { DisputedThing } from "./disputed-content.tsx";
import { useKeptVote } from "./kept-votes.ts";
import { type JurorStep, nextStepOf, stationOf } from "./next-step.ts";
import { AskForm, Talk } from "./room.tsx";
import { SeatCounts } from "./seat-counts.tsx";
import { Stations } from "./stations.tsx";
import { SummonsForm } from "./summons-form.tsx";
import { TellVote } from "./tell-vote.tsx";
import { VoteForm } from "./vote-form.tsx";

interface DutyProps {
  community: Community;
  dispute: Dispute;
}

const hasDeadline: readonly JurorStep[] = [
  "answer",
  "judge",
  "committed",
  "tell",
  "find-vote",
  "told",
  "not-voted",
];

/** What is done at once, where it needs no reading before. */
function Deed({ dispute, step }: { dispute: Dispute; step: JurorStep }) {
  const { t } = useTranslation("juries");
  if (step === "answer") return <SummonsForm dispute={dispute} />;
  if (step === "tell" || step === "find-vote") return <TellVote dispute={dispute} />;
  if (step === "judge") {
    return (
      <p>
        <a href="#vote" className="link">
          {t("duty.toVote")}
        </a>
      </p>
    );
  }
  return null;
}

/** What a juror is asked now, in words for who was never one; and by when. */
function Now({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation("juries");
  const { mine } = dispute;
  const kept = useKeptVote(mine.seat?.commitment ?? null);
  const step = nextStepOf(dispute, kept !== undefined);
  const until = step === "answer" ? (mine.seat?.dueAt ?? null) : dispute.dueAt;
  const level = dispute.levels.find((one) => one.level === dispute.level);
  return (
    <Card as="section" aria-labelledby="now" className="max-w-3xl space-y-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="now" className="text-2xl">
          {t(`step.${step}.title`)}
        </h2>
        {until !== null && hasDeadline.includes(step) && (
          <Countdown until={until} over={t("duty.over")} />
        )}
      </div>
      <p className="max-w-measure">{t(`step.${step}.text`)}</p>
      <Deed dispute={dispute} step={step} />
      {level && step !== "answer" && step !== "no-seat" && (
        <SeatCounts level={level} stage={dispute.stage} />
      )}
    </Card>
  );
}

/** The rule that was broken or not, in full. */
function Rule({ community, dispute }: DutyProps) {
  const { t } = useTranslation("juries");
  const { rule } = dispute;
  if (rule === null) return null;
  const text = community.charter.find(({ number }) => number === rule.number)?.text;
  return (
    <div className="space-y-1">
      <h3 className="text-lg">
        {t("duty.rule", { number: rule.number })} <bdi>{rule.title}</bdi>
      </h3>
      {text && <Markdown source={text} lang={community.language} />}
    </div>
  );
}

function TheCase({ community, dispute }: DutyProps) {
  const { t } = useTranslation("juries");
  const { kind } = dispute.subject;
  return (
    <Part id="case" title={t("duty.case")}>
      <p className="max-w-measure">{t(`duty.about.${kind}`)}</p>
      <Rule community={community} dispute={dispute} />
      <DisputedThing dispute={dispute} />
      <p>
        <Link
          to="/c/$slug/disputes/$disputeId"
          params={{ slug: community.slug, disputeId: dispute.id }}
          className="link"
        >
          {t("duty.whole")}
        </Link>
      </p>
    </Part>
  );
}

function Said({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation("juries");
  const said = dispute.statements?.filter(({ level }) => level > 0) ?? [];
  return (
    <Part id="said" title={t("duty.said")}>
      {said.length === 0 ? (
        <p className="text-muted">{t("duty.nothingSaid")}</p>
      ) : (
        <StatementList said={said} />
      )}
    </Part>
  );
}

function Talking({ dispute, children }: { dispute: Dispute; children: ReactNode }) {
  const { t } = useTranslation("juries");
  const { can } = dispute;
  return (
    <>
      <Questions dispute={dispute} />
      {can.ask && (
        <Part id="ask" title={t("room.askTitle")}>
          <div className="max-w-3xl">
            <AskForm dispute={dispute} />
          </div>
        </Part>
      )}
      <Part id="talk" title={t("room.talk")}>
        <p className="max-w-measure text-muted">{t("room.talkLead")}</p>
        <Talk dispute={dispute} />
      </Part>
      {children}
    </>
  );
}

function Duty({ community, dispute }: DutyProps) {
  const { t } = useTranslation("juries");
  const { mine, can } = dispute;
  const isIn = mine.seat?.status === "serving";
  return (
    <div className="space-y-12">
      <div className="space-y-5">
        <Stations now={stationOf(dispute)} />
        <Now dispute={dispute} />
      </div>
      {can.readAll && mine.seat !== null && (
        <>
          <TheCase community={community} dispute={dispute} />
          <CaseSides dispute={dispute} slug={community.slug} />
          <Said dispute={dispute} />
          <Precedents dispute={dispute} slug={community.slug} />
        </>
      )}
      {isIn && (
        <Talking dispute={dispute}>
          {can.commitVote && (
            <Part id="vote" title={t("vote.title")}>
              <div className="max-w-3xl">
                <VoteForm dispute={dispute} />
              </div>
            </Part>
          )}
        </Talking>
      )}
    </div>
  );
}

function DutyOf({ community, disputeId }: { community: Community; disputeId: string }) {
  const { t } = useTranslation("juries");
  useDisputesLive(community.id);
  const titleOf = useCaseTitle();
  const query = useQuery(caseQuery({ communityId: community.id, disputeId }));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(dispute) => (
        <div className="space-y-8">
          <CommunityHeader community={community} title={t("duty.title")} />
          <p className="max-w-measure font-serif text-xl">{titleOf(dispute)}</p>
          <Duty community={community} dispute={dispute} />
        </div>
      )}
    </Loaded>
  );
}

/** Jury duty in a case: what it is, what one is asked, by when, and where one does it. */
export function DutyPage() {
  const { slug, disputeId } = useParams({ from: "/c/$slug/disputes/$disputeId/jury" });
  const query = useCommunity(slug);
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => <DutyOf community={community} disputeId={disputeId} />}
    </Loaded>
  );
}
