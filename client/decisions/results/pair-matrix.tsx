import { useState } from "react";
import type { Tally } from "#shared/voting/tally.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../words.ts";
import { Figure } from "./figure.tsx";
import { Legend } from "./letter-mark.tsx";
import { cellOf, MatrixTable, type View } from "./matrix-table.tsx";
import { Paths } from "./paths.tsx";
import type { PictureProps } from "./picture.ts";
import { amountText } from "./step-in-words.ts";

interface Pair {
  readonly row: number;
  readonly column: number;
}

const pairsOf = ({ options }: Tally): Pair[] =>
  options
    .flatMap((_, row) => options.map((__, column) => ({ row, column })))
    .filter(({ row, column }) => row < column);

function ViewSwitch({ view, onTurn }: { view: View; onTurn: (view: View) => void }) {
  const { t } = useWords();
  return (
    <div
      role="group"
      aria-label={t("picture.pairs")}
      className="flex flex-wrap gap-2 pb-3"
      data-no-print
    >
      {(["direct", "paths"] as const).map((one) => (
        <Button
          key={one}
          size="small"
          aria-pressed={view === one}
          variant={view === one ? "primary" : "secondary"}
          onClick={() => onTurn(one)}
        >
          {t(`picture.${one}`)}
        </Button>
      ))}
    </div>
  );
}

/** Each option against each other one, and, where the method looks at them, the strongest chains of wins between them. */
export function PairMatrix({ decision, tally, titleOf }: PictureProps) {
  const words = useWords();
  const { t } = words;
  const [view, setView] = useState<View>("direct");
  const direct = tally.pairs?.preferred ?? [];
  const { paths } = tally;
  const amount = (votes: bigint) => amountText(votes, { words, denominator: tally.denominator });
  const nameOf = (place: number) => titleOf(tally.options[place] ?? "");
  const column = (id: string, cell: (pair: Pair) => string) => ({
    id,
    header: t(`picture.pair-${id}`),
    cell,
  });
  return (
    <Figure
      title={t("picture.pairs")}
      name={`${decision.title} ${t("picture.pairs")}`}
      rows={pairsOf(tally)}
      keyOf={(pair) => `${pair.row} ${pair.column}`}
      columns={[
        column("one", (pair) => nameOf(pair.row)),
        column("other", (pair) => nameOf(pair.column)),
        column("for-one", (pair) => amount(cellOf(direct, pair.row, pair.column))),
        column("for-other", (pair) => amount(cellOf(direct, pair.column, pair.row))),
        ...(paths
          ? [
              column("path-one", (pair) => amount(cellOf(paths, pair.row, pair.column))),
              column("path-other", (pair) => amount(cellOf(paths, pair.column, pair.row))),
            ]
          : []),
      ]}
      caption={t(`picture.${view}-caption`)}
    >
      {paths && <ViewSwitch view={view} onTurn={setView} />}
      <div className="pb-3 sm:hidden" aria-hidden="true">
        <Legend isPlain options={tally.options} titleOf={titleOf} />
      </div>
      <MatrixTable
        tally={tally}
        titleOf={titleOf}
        matrix={view === "paths" && paths ? paths : direct}
        view={view}
        amount={amount}
      />
      {view === "paths" && <Paths tally={tally} titleOf={titleOf} amount={amount} />}
    </Figure>
  );
}
