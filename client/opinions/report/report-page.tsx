import { usePrefetchQuery, useQuery } from "@tanstack/react-query";
import { Link, Navigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OpinionMap } from "#shared/contract/opinions.ts";
import { useDebate } from "../../debates/public.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { Gone, isGone } from "../gone.tsx";
import { useTakesAnswers } from "../takes-answers.ts";
import { MapFigure } from "../map/map-figure.tsx";
import { runQuery, statementsQuery, useMap, useStatementsOf } from "../queries.ts";
import { wordsOfUnclear } from "../standing.tsx";
import { type Telling, useTelling } from "../telling.ts";
import { Origin } from "./origin.tsx";
import { Findings } from "./findings.tsx";
import { Unseen } from "../unseen.tsx";
import { StatementTable } from "./statement-table.tsx";
import { Summary } from "./summary.tsx";

interface ReportProps {
  map: OpinionMap;
  telling: Telling;
}

/** That a newer map came: this report stays of its own. */
function Newer({ map, telling }: ReportProps) {
  const { ids } = useDebate();
  const { query } = useMap(ids);
  const newest = query.data?.map;
  if (!newest || newest.computedAt <= map.computedAt) return null;
  return (
    <p data-no-print>
      {telling.t("report.newer")}{" "}
      <Link to="." search={{ run: newest.runId }} className="link">
        {telling.t("report.show-newest")}
      </Link>
    </p>
  );
}

function Heading({ telling: { t } }: Pick<ReportProps, "telling">) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-4">
      <div className="min-w-0 flex-1 basis-80">
        <h2 className="text-2xl">{t("report.title")}</h2>
        <p className="mt-1 max-w-measure text-muted text-pretty">{t("report.lead-in")}</p>
      </div>
      <span className="flex flex-wrap gap-2" data-no-print>
        <CopyButton text={location.href} label={t("report.copy")} />
        <Button onClick={() => print()}>{t("report.print")}</Button>
      </span>
    </header>
  );
}

function Report({ map }: { map: OpinionMap }) {
  const { ids, debate } = useDebate();
  const telling = useTelling(map, useStatementsOf(ids, map));
  const shared = { map, telling };
  const unclear = wordsOfUnclear({ ...shared, takesAnswers: useTakesAnswers() });
  return (
    <div className="max-w-4xl space-y-10 print:space-y-5">
      <Heading telling={telling} />
      <Newer {...shared} />
      <Origin {...shared} />
      <Unseen {...shared} />
      <MapFigure {...shared} name={debate.question} />
      {unclear && <p className="max-w-measure">{unclear}</p>}
      <Findings {...shared} />
      <Summary {...shared} />
      <StatementTable {...shared} name={debate.question} />
    </div>
  );
}

function ReportOf({ runId }: { runId: string }) {
  const { ids } = useDebate();
  const query = useQuery(runQuery(ids, runId));
  if (isGone(query.error)) return <Gone />;
  return (
    <Loaded query={query} skeleton={<Skeleton shape="cards" />}>
      {/* A report is the same for whoever gets it: nobody's own place stands in it. */}
      {(map) => <Report map={{ ...map, you: null }} />}
    </Loaded>
  );
}

/** The newest run gets its address, so that a link to it leads others to the same numbers. */
function Newest() {
  const { t } = useTranslation("opinions");
  const { ids } = useDebate();
  const { query } = useMap(ids);
  return (
    <Loaded query={query} skeleton={<Skeleton shape="cards" />}>
      {({ map }) =>
        map ? (
          <Navigate to="." search={{ run: map.runId }} replace />
        ) : (
          <EmptyState icon="people" title={t("report.none")}>
            {t("report.none-text")}
          </EmptyState>
        )
      }
    </Loaded>
  );
}

/** What an opinion map says, in sentences that are computed: to be read, passed on and printed. */
export function ReportPage() {
  const { run } = useSearch({ from: "/c/$slug/d/$debateId/report" });
  // With the map, not after it.
  usePrefetchQuery(statementsQuery(useDebate().ids));
  return run === undefined ? <Newest /> : <ReportOf runId={run} />;
}
