import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { DecisionDispute, DisputeDecision } from "../disputes/public.ts";
import { Banner } from "../ui/banner.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { Time } from "../ui/time.tsx";
import { BallotPanel } from "./ballot-panel.tsx";
import { CountingProgress } from "./counting-progress.tsx";
import { DelegationLine } from "./delegation-line.tsx";
import { DecisionTitle } from "./decision-title.tsx";
import { Eligibility } from "./eligibility.tsx";
import { LiveResults } from "./live-results.tsx";
import { useOptions } from "./option-words.ts";
import { ReceiptBox, VotedSecretly } from "./receipt-box.tsx";
import { PaperDesk } from "./paper/paper-desk.tsx";
import { RulesList } from "./rules-list.tsx";
import { StatusBadge } from "./status-badge.tsx";
import { Steer } from "./steer.tsx";
import { SubjectBox } from "./subject-box.tsx";
import { Turnout } from "./turnout.tsx";
import { usePassed } from "./use-passed.ts";
import { BallotList } from "./voters/ballot-list.tsx";

interface DecisionProps {
  decision: DecisionView;
}

/** When it opens, ends or ended, with the zone; and what is left, by the server's clock. */
function When({ decision }: DecisionProps) {
  const { t } = useTranslation("decisions");
  const { status, opensAt, closesAt, closedAt } = decision;
  if (status === "scheduled") {
    return (
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span>
          {t("when.opens")} <Time value={opensAt} show="absolute" className="font-medium" />
        </span>
        <Countdown until={opensAt} over={t("when.opening")} />
      </p>
    );
  }
  if (status === "open") {
    return (
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span>
          {t("when.closes")} <Time value={closesAt} show="absolute" className="font-medium" />
        </span>
        <Countdown until={closesAt} over={t("when.counting")} />
      </p>
    );
  }
  if (closedAt === null) return null;
  return (
    <p>
      {t("when.closed")} <Time value={closedAt} show="absolute" className="font-medium" />
    </p>
  );
}

/** What has ended, why, and where the result is. */
function Ended({ decision }: DecisionProps) {
  const { t } = useTranslation("decisions");
  const isCounting = usePassed(decision.closesAt);
  const { status, endReason } = decision;
  if (status === "scheduled" || (status === "open" && !isCounting)) return null;
  const toOutcome = (
    <Link from="/c/$slug/d/$debateId/decision" to="/c/$slug/d/$debateId/outcome" className="link">
      {t("ended.see-outcome")}
    </Link>
  );
  if (status === "open" || status === "counting") {
    return (
      <Banner tone="info" icon="clock">
        {t("ended.counting")}
        {status === "counting" && <CountingProgress decision={decision} />}
      </Banner>
    );
  }
  if (status === "closed") {
    return (
      <Banner tone="info" icon="outcome">
        {t("ended.closed")} {toOutcome}
      </Banner>
    );
  }
  return (
    <Banner tone="warn" icon="withdraw">
      <strong className="font-semibold">{t(`ended.${status}`)}</strong>{" "}
      <q dir="auto" className="whitespace-pre-line">
        {endReason}
      </q>{" "}
      {status === "annulled" && toOutcome}
    </Banner>
  );
}

/** The reader's ballot, or what there is to choose between; of a secret one that has closed only the receipt knows. */
function OwnBallot({ decision }: DecisionProps) {
  const { isElector, hasVoted, ballot } = decision.mine;
  const isUntied = hasVoted && ballot === null;
  return (
    <>
      {isElector && decision.status !== "cancelled" && !isUntied ? (
        <BallotPanel decision={decision} />
      ) : (
        <OptionList decision={decision} />
      )}
      {isUntied && <VotedSecretly />}
      <ReceiptBox decision={decision} />
    </>
  );
}

/** One decision in full: what it is about, the ballot, the rules, and who has voted so far. */
export function DecisionCard({ decision, onChange }: DecisionProps & { onChange: () => void }) {
  const { t } = useTranslation("decisions");
  const id = useId();
  const isPlanned = decision.status === "scheduled";
  return (
    <section aria-labelledby={`${id}-title`} className="space-y-5">
      <header className="space-y-3">
        <StatusBadge {...decision} />
        <DecisionTitle id={`${id}-title`} decision={decision} />
        <When decision={decision} />
        {isPlanned && <Steer decision={decision} onChange={onChange} />}
      </header>
      <Ended decision={decision} />
      <DecisionDispute decision={decision} />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-5">
          {!isPlanned && decision.status !== "cancelled" && <Turnout decision={decision} />}
          <Eligibility decision={decision} />
          <DelegationLine decision={decision} />
          <OwnBallot decision={decision} />
          <LiveResults decision={decision} />
          {decision.can.enterPaper && <PaperDesk decision={decision} />}
          {decision.status === "open" && decision.can.readBallots && (
            <BallotList decision={decision} />
          )}
        </div>
        <aside className="min-w-0 space-y-5" aria-labelledby={`${id}-rules`}>
          <h3 id={`${id}-rules`} className="text-xl">
            {t("rules.title")}
          </h3>
          <RulesList rules={{ ...decision, opensAt: decision.openedAt ?? decision.opensAt }} />
          {!isPlanned && <Steer decision={decision} />}
          <DisputeDecision decision={decision} />
        </aside>
      </div>
    </section>
  );
}

/** What there is to choose between, for those who only read. */
function OptionList({ decision }: DecisionProps) {
  const { t } = useTranslation("decisions");
  const { options } = useOptions(decision);
  const id = useId();
  return (
    <div>
      <h3 id={id} className="pb-2 text-xl">
        {t("options")}
      </h3>
      <SubjectBox subject={decision.subject} />
      <ul aria-labelledby={id} className="rounded-lg border border-line bg-surface">
        {options.map((option) => (
          <li
            key={option.id}
            dir="auto"
            className="border-line px-4 py-3 font-serif text-lg leading-7 not-first:border-t"
          >
            {option.title}
          </li>
        ))}
      </ul>
    </div>
  );
}
