import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useId, useState } from "react";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { Button } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { tallyQuery } from "./live-queries.ts";
import { useOptions } from "./option-words.ts";
import { useWords } from "./words.ts";

const Working = lazy(() =>
  import("./results/working.tsx").then((module) => ({ default: module.Working })),
);

interface LiveProps {
  decision: DecisionView;
}

function Standing({ decision }: LiveProps) {
  const { t, number } = useWords();
  const query = useQuery(
    tallyQuery({ communityId: decision.communityId, decisionId: decision.id }),
  );
  const { titleOf } = useOptions(decision);
  return (
    <Loaded query={query}>
      {({ result, isBehind, ballotCount }) => (
        <>
          {isBehind && (
            <p className="max-w-measure text-sm text-muted">
              {t("live.behind", { counted: number(ballotCount) })}
            </p>
          )}
          {result.tally.ballots === 0 ? (
            <p className="text-muted">{t("live.nobody")}</p>
          ) : (
            <Suspense fallback={<Skeleton shape="text" count={6} />}>
              <Working decision={decision} result={result} titleOf={titleOf} />
            </Suspense>
          )}
          {decision.frozenGroups && (
            <p className="max-w-measure text-sm text-muted">{t("live.groups")}</p>
          )}
        </>
      )}
    </Loaded>
  );
}

/** How a decision stands while votes come in, where its rules show it: after one's own vote, or when asked for. */
export function LiveResults({ decision }: LiveProps) {
  const { t } = useWords();
  const id = useId();
  const [isAsked, setIsAsked] = useState(false);
  if (!decision.liveResults || decision.status !== "open") return null;
  const mayVoteYet = decision.mine.isElector && decision.mine.ballot === null;
  return (
    <section aria-labelledby={id} className="space-y-3">
      <h3 id={id} className="text-xl">
        {t("live.title")}
      </h3>
      {mayVoteYet && !isAsked ? (
        <>
          <p className="max-w-measure text-muted">{t("live.after-own")}</p>
          <Button icon="chart" onClick={() => setIsAsked(true)}>
            {t("live.show")}
          </Button>
        </>
      ) : (
        <>
          <Standing decision={decision} />
          <p>
            <Link
              from="/c/$slug/d/$debateId/decision"
              to="/c/$slug/d/$debateId/power/$decisionId"
              params={{ decisionId: decision.id }}
              className="link"
            >
              {t("live.power")}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
