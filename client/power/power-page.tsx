import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { mostReported } from "#shared/contract/power.ts";
import { useDebate } from "../debates/public.ts";
import { useDecisions } from "../decisions/public.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { EmptyState } from "../ui/states.tsx";
import { ConcentrationTable } from "./concentration-table.tsx";
import { DelegatesTable } from "./delegates-table.tsx";
import { FlipText } from "./flip-text.tsx";
import { LorenzFigure } from "./lorenz-figure.tsx";
import { Part } from "./part.tsx";
import { type Power, powerQuery, type Report } from "./queries.ts";
import { type Telling, useTelling } from "./telling.ts";
import { VotersTable } from "./voters-table.tsx";
import { Warnings } from "./warnings.tsx";
import { WeightingsTable } from "./weightings-table.tsx";

const WhatIf = lazy(() => import("./what-if.tsx").then((module) => ({ default: module.WhatIf })));

interface ReportProps {
  decision: DecisionView;
  power: Power;
  report: Report;
}

function ReportInFull({ decision, power, report }: ReportProps) {
  const telling = useTelling(decision, power);
  const { t } = telling;
  const { people } = power;
  const both = { report, telling };
  const name = decision.title;
  return (
    <div className="space-y-12">
      {!power.isFinal && (
        <Banner tone="info" icon="clock">
          {t("live")}
        </Banner>
      )}
      <Warnings {...both} />
      <Part title={t("weightings.title")} lead={t("weightings.lead-text")}>
        <WeightingsTable {...both} />
      </Part>
      <Part title={t("flip.title")}>
        <FlipText {...both} />
      </Part>
      <Part title={t("voters.title")} lead={report.indices ? t("voters.lead") : undefined}>
        <VotersTable
          {...both}
          people={people}
          name={name}
          isWithoutQuota={decision.method === "budget"}
        />
      </Part>
      <LorenzFigure {...both} name={name} />
      <Part title={t("concentration.title")} lead={t("concentration.lead")}>
        <ConcentrationTable {...both} />
      </Part>
      {(report.indices || decision.can.recount) && (
        <Part title={t("what-if.title")} lead={t("what-if.lead")}>
          <TryOut decision={decision} telling={telling} />
        </Part>
      )}
      {report.delegation && (
        <Part title={t("delegates.title")}>
          <DelegatesTable {...both} people={people} />
        </Part>
      )}
    </div>
  );
}

/** Counting comes with all methods: it is fetched when somebody asks for it. */
function TryOut({ decision, telling }: { decision: DecisionView; telling: Telling }) {
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button icon="chart" onClick={() => setIsOpen(true)}>
        {telling.t("what-if.open")}
      </Button>
    );
  }
  return (
    <Suspense fallback={<Skeleton shape="text" count={4} />}>
      <WhatIf decision={decision} telling={telling} />
    </Suspense>
  );
}

/** The report once it is there. */
function PowerFound({ decision }: { decision: DecisionView }) {
  const { t, i18n } = useTranslation("power");
  const { communityId, id: decisionId } = decision;
  const query = useQuery(powerQuery({ communityId, decisionId }));
  return (
    <Loaded query={query}>
      {(power) =>
        power.report ? (
          <ReportInFull decision={decision} power={power} report={power.report} />
        ) : (
          <p role="status" className="text-muted">
            {t("working", {
              electors: power.electors.toLocaleString(i18n.language),
            })}
          </p>
        )
      }
    </Loaded>
  );
}

function PowerOf({ decision }: { decision: DecisionView }) {
  const { t, i18n } = useTranslation("power");
  const electors = decision.electorate.size ?? 0;
  const number = (value: number) => value.toLocaleString(i18n.language);
  return (
    <div className="space-y-6">
      <header className="space-y-1">
        <p className="text-sm text-muted">
          <Link
            from="/c/$slug/d/$debateId/power/$decisionId"
            to={
              decision.status === "closed"
                ? "/c/$slug/d/$debateId/outcome"
                : "/c/$slug/d/$debateId/decision"
            }
            hash={decision.id}
            className="link"
          >
            <bdi>{decision.title}</bdi>
          </Link>
        </p>
        <h2 className="text-2xl">{t("title")}</h2>
      </header>
      {electors > mostReported ? (
        <EmptyState icon="chart" title={t("too-many")}>
          {t("too-many-detail", { electors: number(electors), most: number(mostReported) })}
        </EmptyState>
      ) : (
        <PowerFound decision={decision} />
      )}
    </div>
  );
}

/** Who had the power in one decision of a debate. */
export function PowerPage() {
  const { t } = useTranslation("power");
  const { ids, debate } = useDebate();
  const { decisionId } = useParams({ from: "/c/$slug/d/$debateId/power/$decisionId" });
  const query = useDecisions(ids, debate.room.seq);
  return (
    <Loaded query={query}>
      {({ decisions }) => {
        const decision = decisions.find(({ id }) => id === decisionId);
        if (!decision) {
          return (
            <EmptyState icon="chart" title={t("no-decision")}>
              {t("no-decision-detail")}
            </EmptyState>
          );
        }
        return <PowerOf decision={decision} />;
      }}
    </Loaded>
  );
}
