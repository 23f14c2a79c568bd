import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { amountText } from "#shared/holdings/amount.ts";
import type { DecisionView, listBallots } from "#shared/contract/decisions.ts";
import type { Reply } from "../../lib/api.ts";
import { decimalsOf } from "../../ui/amount.ts";
import { Byline } from "../../ui/avatar.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { downloadCsv } from "../../ui/csv.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useNameOf } from "../../ui/person-name.ts";
import { ballotsQuery } from "../queries.ts";
import { useOptions } from "../option-words.ts";
import { weightText } from "../weights-in-words.ts";
import { useWords, type Words } from "../words.ts";
import { ballotInWords } from "./ballot-in-words.ts";

type Cast = Reply<typeof listBallots>["items"][number];

interface SaidProps {
  words: string;
  reason: string | null;
  isOnPaper: boolean;
}

/** A vote in words, and why, where its voter said it. */
function Said({ words, reason, isOnPaper }: SaidProps) {
  const { t } = useWords();
  return (
    <>
      {words} {isOnPaper && <Badge>{t("voters.on-paper")}</Badge>}{" "}
      {reason !== null && (
        <q dir="auto" className="block whitespace-pre-line text-muted">
          {reason}
        </q>
      )}
    </>
  );
}

const voterColumn = (header: string) => ({
  id: "voter",
  header,
  isHeader: true,
  className: "w-48",
  cell: ({ voter }: Cast) => <Byline person={voter} />,
});

/** What each vote weighs, where not each person has one. */
function weightColumns(decision: DecisionView, words: Words): Column<Cast>[] {
  if (decision.weighting.kind === "one-person") return [];
  const cell = ({ weight }: Cast) => weightText(weight, decision, words);
  return [{ id: "weight", header: words.t("voters.weight"), align: "end", cell }];
}

/** What a ballot counts with the votes of those who delegated; its own weight where nobody did. */
const countsOf = ({ weight, carried }: Cast, decision: DecisionView) => ({
  ...decision,
  weight: carried?.weight ?? weight,
  unit: carried?.unit ?? decision.unit,
});

/** The own weight and what the ballot counts, as numbers. */
function plainWeights(row: Cast, decision: DecisionView): string[] {
  const { weight, unit } = countsOf(row, decision);
  return [
    amountText(BigInt(row.weight), decimalsOf(decision.unit)),
    amountText(BigInt(weight), decimalsOf(unit)),
  ];
}

function carriedColumns(
  rows: readonly Cast[],
  decision: DecisionView,
  words: Words,
): Column<Cast>[] {
  if (rows.every(({ carried }) => carried === null)) return [];
  const { t, number } = words;
  const cell = (row: Cast) => {
    const { weight, ...of } = countsOf(row, decision);
    const said = weightText(weight, of, words);
    const people = row.carried?.people ?? 0;
    return people === 0
      ? said
      : t("voters.carried-of", { weight: said, count: people, people: number(people) });
  };
  return [{ id: "carried", header: t("voters.carried"), align: "end", cell }];
}

function SaveButton({ onSave }: { onSave: () => void }) {
  const { t } = useWords();
  return (
    <Button size="small" variant="quiet" icon="download" className="mt-2" onClick={onSave}>
      {t("voters.csv")}
    </Button>
  );
}

const saved = ["voter", "ballot", "reason", "weight", "carried"] as const;

function Ballots({ decision }: { decision: DecisionView }) {
  const words = useWords();
  const { t } = words;
  const nameOf = useNameOf();
  const query = useInfiniteQuery(ballotsQuery(decision));
  const { titleOf } = useOptions(decision);
  const { settings } = decision;
  const say = ({ ballot }: Cast) => ballotInWords({ ballot, settings, titleOf }, words);
  const save = (rows: readonly Cast[]) => {
    downloadCsv(`${decision.title} ${t("voters.title")}`, [
      saved.map((name) => t(`voters.${name}`)),
      ...rows.map((row) => [
        nameOf(row.voter),
        say(row),
        row.reason ?? "",
        ...plainWeights(row, decision),
      ]),
    ]);
  };
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        return (
          <>
            <DataTable
              caption={t("voters.title")}
              hideCaption
              rows={rows}
              keyOf={({ voter }) => voter.id}
              empty={<p className="py-3 text-muted">{t("voters.none")}</p>}
              columns={[
                voterColumn(t("voters.voter")),
                {
                  id: "ballot",
                  header: t("voters.ballot"),
                  cell: (row) => (
                    <Said words={say(row)} reason={row.reason} isOnPaper={row.isOnPaper} />
                  ),
                },
                ...weightColumns(decision, words),
                ...carriedColumns(rows, decision, words),
              ]}
            />
            <LoadMore
              hasMore={query.hasNextPage}
              isLoading={query.isFetchingNextPage}
              onLoad={() => void query.fetchNextPage()}
              shown={rows.length}
              total={decision.ballotCount}
            />
            {rows.length > 0 && !query.hasNextPage && <SaveButton onSave={() => save(rows)} />}
          </>
        );
      }}
    </Loaded>
  );
}

/** Who voted how, once somebody asks: while voting goes on, it could sway. */
export function BallotList({ decision }: { decision: DecisionView }) {
  const { t } = useWords();
  const [isShown, setIsShown] = useState(false);
  return (
    <section>
      <Button icon="people" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
        {t(decision.status === "open" ? "voters.show-so-far" : "voters.show")}
      </Button>
      {isShown && (
        <div className="mt-4">
          <Ballots decision={decision} />
        </div>
      )}
    </section>
  );
}
