import { lazy, Suspense, useId } from "react";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { DecisionDispute, DisputeDecision } from "../../disputes/public.ts";
import { Banner } from "../../ui/banner.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Icon } from "../../ui/icons.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { DecisionTitle } from "../decision-title.tsx";
import { useOptions } from "../option-words.ts";
import { RecountLink } from "../recount/recount-link.tsx";
import { OutcomeText } from "../outcome-text.tsx";
import { RulesList } from "../rules-list.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { Steer } from "../steer.tsx";
import { BallotList } from "../voters/ballot-list.tsx";
import { useWords } from "../words.ts";
import { Facts } from "./facts.tsx";
import { GroupSupportFigure } from "./group-support.tsx";
import { headlineOf } from "./headline.ts";
import { OpenResult } from "./settle-tie.tsx";

const Working = lazy(() => import("./working.tsx").then((module) => ({ default: module.Working })));

interface ResultProps {
  decision: DecisionView;
}

/** Void, and why; said before anything that was counted. */
function Void({ decision }: ResultProps) {
  const { t } = useWords();
  const { status, endReason, result } = decision;
  if (status !== "annulled" && status !== "cancelled") return null;
  return (
    <Banner tone="danger" icon="withdraw">
      <strong className="font-semibold">{t(`ended.${status}`)}</strong>{" "}
      <q dir="auto" className="whitespace-pre-line">
        {endReason}
      </q>
      {result && <span className="mt-1 block">{t("ended.count-stays")}</span>}
    </Banner>
  );
}

function HeadlineBox({ decision, titleOf }: ResultProps & { titleOf: (id: string) => string }) {
  const words = useWords();
  const { result, status } = decision;
  if (!result) return null;
  const { title, detail, tone } = headlineOf({ result, decision, titleOf }, words);
  const isVoid = status === "annulled";
  return (
    <div
      className={cx("border-s-4 ps-5", tone === "good" && !isVoid ? "border-good" : "border-warn")}
    >
      <p className="flex items-start gap-3 font-serif text-2xl font-semibold text-balance">
        <Icon
          name={tone === "good" && !isVoid ? "check" : "info"}
          size={24}
          className="mt-1 text-muted"
        />
        <span className={cx(isVoid && "text-muted line-through")}>{title}</span>
      </p>
      {detail && <p className="mt-1 ms-9 max-w-measure text-muted">{detail}</p>}
    </div>
  );
}

/** Who had the power is told once it has closed. */
function PowerLink({ decision }: ResultProps) {
  const { t } = useWords();
  if (decision.status !== "closed") return null;
  return (
    <p className="flex flex-wrap gap-3">
      <ButtonLink
        from="/c/$slug/d/$debateId/outcome"
        to="/c/$slug/d/$debateId/power/$decisionId"
        params={{ decisionId: decision.id }}
        icon="chart"
      >
        {t("who-had-power")}
      </ButtonLink>
      <ButtonLink
        from="/c/$slug/d/$debateId/outcome"
        to="/c/$slug/representation"
        search={{ population: "decision", id: decision.id }}
        icon="people"
      >
        {t("who-took-part")}
      </ButtonLink>
      {decision.can.writeOutcome && (
        <ButtonLink
          from="/c/$slug/d/$debateId/outcome"
          to="/c/$slug/commitments/new"
          search={{ decision: decision.id }}
          icon="check"
        >
          {t("commit-to-it")}
        </ButtonLink>
      )}
    </p>
  );
}

/** To the entry that says how it was counted, with its proof. */
function LedgerLink({ decision }: ResultProps) {
  const { t } = useWords();
  return (
    <p>
      <ButtonLink
        from="/c/$slug/d/$debateId/outcome"
        to="/c/$slug/ledger"
        search={{ kind: "decision", subject: decision.id }}
        icon="history"
      >
        {t("proved-in-ledger")}
      </ButtonLink>
    </p>
  );
}

/** One decision's result: what it has led to, how it was counted, and by which rules. */
export function ResultCard({ decision }: ResultProps) {
  const { t } = useWords();
  const id = useId();
  const { result, closedAt } = decision;
  const { titleOf } = useOptions(decision);
  return (
    <section id={decision.id} aria-labelledby={`${id}-title`} className="scroll-mt-20 space-y-6">
      <header className="space-y-2">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <StatusBadge {...decision} />
          {closedAt && (
            <span className="text-sm text-muted">
              {t("when.closed")} <Time value={closedAt} show="absolute" />
            </span>
          )}
        </p>
        <DecisionTitle id={`${id}-title`} decision={decision} />
      </header>
      <Void decision={decision} />
      <DecisionDispute decision={decision} />
      <HeadlineBox decision={decision} titleOf={titleOf} />
      <OpenResult decision={decision} />
      <OutcomeText decision={decision} />
      {result && (
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="min-w-0 space-y-10">
            {result.tally.ballots > 0 && (
              <Suspense fallback={<Skeleton shape="text" count={8} />}>
                <Working decision={decision} result={result} titleOf={titleOf} />
              </Suspense>
            )}
            {decision.groupSupport && (
              <GroupSupportFigure decision={decision} support={decision.groupSupport} />
            )}
            {decision.can.readBallots && result.tally.ballots > 0 && (
              <BallotList decision={decision} />
            )}
          </div>
          <aside className="min-w-0 space-y-8">
            <Facts decision={decision} result={result} titleOf={titleOf} />
            <PowerLink decision={decision} />
            <details className="group">
              <summary className="font-serif text-xl font-semibold">{t("rules.title")}</summary>
              <div className="mt-3">
                <RulesList
                  rules={{ ...decision, opensAt: decision.openedAt ?? decision.opensAt }}
                />
              </div>
            </details>
            <RecountLink decision={decision} />
            <LedgerLink decision={decision} />
            <Steer decision={decision} />
            <DisputeDecision decision={decision} />
          </aside>
        </div>
      )}
    </section>
  );
}
