import { useInfiniteQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { DecisionView, listBallots } from "#shared/contract/decisions.ts";
import type { Reply } from "../../lib/api.ts";
import { Byline } from "../../ui/avatar.tsx";
import { Icon } from "../../ui/icons.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { ballotsQuery } from "../queries.ts";
import { useWords } from "../words.ts";

type Cast = Reply<typeof listBallots>["items"][number];

/** What stands in the way comes first. */
const order = ["block", "disagree", "abstain", "agree"];

interface Given {
  readonly voter: Cast["voter"];
  readonly stance: string;
  readonly reason: string;
}

function reasonsIn(casts: readonly Cast[]): Given[] {
  const given = casts.flatMap(({ voter, ballot }) =>
    ballot.method === "consent" && ballot.reason.trim() !== ""
      ? [{ voter, stance: ballot.stance, reason: ballot.reason }]
      : [],
  );
  return given.toSorted((one, other) => order.indexOf(one.stance) - order.indexOf(other.stance));
}

interface ReasonsProps {
  decision: DecisionView;
  titleOf: (option: string) => string;
}

/** Why people took their stances: in their own words, the blocks first. */
export function Reasons({ decision, titleOf }: ReasonsProps) {
  const { t } = useWords();
  const id = useId();
  const query = useInfiniteQuery(ballotsQuery(decision));
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="pb-2 text-xl">
        {t("reasons.title")}
      </h3>
      <Loaded query={query}>
        {({ pages }) => {
          const casts = pages.flatMap(({ items }) => items);
          const reasons = reasonsIn(casts);
          return (
            <>
              {reasons.length === 0 && <p className="text-muted">{t("reasons.none")}</p>}
              <ul className="space-y-4">
                {reasons.map(({ voter, stance, reason }) => (
                  <li key={voter.id} className="border-s-2 border-line-strong ps-4">
                    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                      <Byline person={voter} />
                      <span className="inline-flex items-center gap-1 text-sm font-semibold">
                        {stance === "block" && (
                          <Icon name="withdraw" size={16} className="text-danger" />
                        )}
                        {titleOf(stance)}
                      </span>
                    </p>
                    <p dir="auto" className="mt-1 max-w-measure font-serif whitespace-pre-line">
                      {reason}
                    </p>
                  </li>
                ))}
              </ul>
              <LoadMore
                hasMore={query.hasNextPage}
                isLoading={query.isFetchingNextPage}
                onLoad={() => void query.fetchNextPage()}
                shown={casts.length}
                total={decision.ballotCount}
              />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
