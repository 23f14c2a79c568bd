import { useInfiniteQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { DecisionView, listBallots } from "#shared/contract/decisions.ts";
import type { Reply } from "../../lib/api.ts";
import { Byline } from "../../ui/avatar.tsx";
import { Icon } from "../../ui/icons.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { ballotsQuery, namelessReasonsQuery } from "../queries.ts";
import { useWords } from "../words.ts";

type Cast = Reply<typeof listBallots>["items"][number];

/** What stands in the way comes first. */
const order = ["block", "disagree", "abstain", "agree"];

interface Given {
  readonly key: string;
  /** null where votes are secret */
  readonly voter: Cast["voter"] | null;
  readonly stance: string;
  readonly reason: string;
}

function reasonsIn(casts: readonly Cast[]): Given[] {
  const given = casts.flatMap(({ voter, ballot }) =>
    ballot.method === "consent" && ballot.reason.trim() !== ""
      ? [{ key: voter.id, voter, stance: ballot.stance, reason: ballot.reason }]
      : [],
  );
  return inOrder(given);
}

const inOrder = (given: readonly Given[]) =>
  given.toSorted((one, other) => order.indexOf(one.stance) - order.indexOf(other.stance));

interface ReasonListProps {
  reasons: readonly Given[];
  titleOf: (option: string) => string;
}

function ReasonList({ reasons, titleOf }: ReasonListProps) {
  const { t } = useWords();
  if (reasons.length === 0) return <p className="text-muted">{t("reasons.none")}</p>;
  return (
    <ul className="space-y-4">
      {reasons.map(({ key, voter, stance, reason }) => (
        <li key={key} className="border-s-2 border-line-strong ps-4">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {voter && <Byline person={voter} />}
            <span className="inline-flex items-center gap-1 text-sm font-semibold">
              {stance === "block" && <Icon name="withdraw" size={16} className="text-danger" />}
              {titleOf(stance)}
            </span>
          </p>
          <p dir="auto" className="mt-1 max-w-measure font-serif whitespace-pre-line wrap-anywhere">
            {reason}
          </p>
        </li>
      ))}
    </ul>
  );
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
          return (
            <>
              <ReasonList reasons={reasonsIn(casts)} titleOf={titleOf} />
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

/** The same where votes are secret: what people wrote, apart from who they are and which ballot is theirs. */
export function NamelessReasons({ decision, titleOf }: ReasonsProps) {
  const { t } = useWords();
  const id = useId();
  const query = useInfiniteQuery(namelessReasonsQuery(decision));
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="pb-2 text-xl">
        {t("reasons.title")}
      </h3>
      <p className="max-w-measure pb-4 text-sm text-muted">{t("reasons.nameless")}</p>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const given = items.map((item, at) => ({ ...item, key: String(at), voter: null }));
          return (
            <>
              <ReasonList reasons={inOrder(given)} titleOf={titleOf} />
              <LoadMore
                hasMore={query.hasNextPage}
                isLoading={query.isFetchingNextPage}
                onLoad={() => void query.fetchNextPage()}
                shown={items.length}
              />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
