import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../ui/button.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { useDebate } from "../debates/public.ts";
import { Loaded } from "../ui/loaded.tsx";
import { NewItemsPill } from "../ui/new-items-pill.tsx";
import { EmptyState } from "../ui/states.tsx";
import { CountingProgress } from "./counting-progress.tsx";
import type { DecisionList } from "./queries.ts";
import { ResultCard } from "./results/result-card.tsx";
import { isUnderWay } from "./status-badge.tsx";
import { useSteady } from "./steady.ts";
import { useDecisions } from "./use-decisions.ts";

/** Nothing is counted yet: when it will be, and where one votes meanwhile. */
function NoResult({ list }: { list: DecisionList }) {
  const { t } = useTranslation("decisions");
  const open = list.decisions.find(({ status }) => status === "open");
  const counting = list.decisions.find(({ status }) => status === "counting");
  const link = (
    <ButtonLink
      from="/c/$slug/d/$debateId/outcome"
      to="/c/$slug/d/$debateId/decision"
      icon="decision"
    >
      {t("no-result.to-decision")}
    </ButtonLink>
  );
  const title = counting ? "no-result.counting" : open ? "no-result.open" : "no-result.title";
  return (
    <EmptyState icon="outcome" title={t(title)} action={link}>
      {counting ? (
        <CountingProgress decision={counting} />
      ) : open ? (
        <Countdown until={open.closesAt} over={t("when.counting")} />
      ) : (
        t("no-result.detail")
      )}
    </EmptyState>
  );
}

function Results({ list }: { list: DecisionList }) {
  const { t } = useTranslation("decisions");
  const ended = list.decisions.filter(({ status }) => !isUnderWay(status));
  const { shown, waiting, reveal } = useSteady(ended);
  if (shown.length === 0) return <NoResult list={list} />;
  return (
    <>
      <NewItemsPill count={waiting} onShow={() => reveal()} />
      <div className="space-y-16">
        {list.decisions.some(({ status }) => status === "open") && (
          <p className="text-muted">
            {t("no-result.another-open")}{" "}
            <Link
              from="/c/$slug/d/$debateId/outcome"
              to="/c/$slug/d/$debateId/decision"
              className="link"
            >
              {t("no-result.to-decision")}
            </Link>
          </p>
        )}
        {shown.map((decision) => (
          <ResultCard key={decision.id} decision={decision} />
        ))}
      </div>
    </>
  );
}

/** The tab of a debate on which one sees what was decided. */
export function OutcomePage() {
  const { ids, debate } = useDebate();
  const query = useDecisions(ids, debate.room.seq);
  return <Loaded query={query}>{(list) => <Results list={list} />}</Loaded>;
}
