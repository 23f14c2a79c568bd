import { useId, useState } from "react";
import type { Tally } from "#shared/voting/tally.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { useWords } from "../words.ts";
import { Figure } from "./figure.tsx";
import { letterOf } from "./letters.ts";
import { Paths } from "./paths.tsx";
import type { PictureProps } from "./picture.ts";
import { amountText } from "./step-in-words.ts";

type View = "direct" | "paths";
type Matrix = readonly (readonly bigint[])[];

const cellOf = (matrix: Matrix, row: number, column: number) => matrix[row]?.[column] ?? 0n;

/** The deepest shade; words stay readable on it in both themes. */
const deepest = 42;

interface CellProps {
  here: bigint;
  back: bigint;
  most: bigint;
  names: readonly [string, string];
  amount: (votes: bigint) => string;
  view: View;
}

/** How strongly the row stands against the column: a number, a word for listeners, a shade and a sign. */
function PairCell({ here, back, most, names, amount, view }: CellProps) {
  const { t } = useWords();
  const [row, column] = names;
  const verdict = here > back ? "wins" : here < back ? "loses" : "level";
  const shade = most === 0n || verdict !== "wins" ? 0 : (Number(here) / Number(most)) * deepest;
  return (
    <td
      className={cx(
        "border border-line px-1 py-1.5 text-center tabular-nums",
        verdict === "wins" ? "font-semibold" : "text-muted",
      )}
      style={{ backgroundColor: `color-mix(in srgb, var(--accent) ${shade}%, var(--surface))` }}
    >
      <span aria-hidden="true" className="whitespace-nowrap">
        {amount(here)} {verdict === "wins" ? "✓" : verdict === "level" ? "=" : ""}
      </span>
      <span className="sr-only">
        {t(`picture.${view}-${verdict}`, { row, column, here: amount(here), back: amount(back) })}
      </span>
    </td>
  );
}

interface MatrixTableProps extends Pick<PictureProps, "tally" | "titleOf"> {
  matrix: Matrix;
  view: View;
  amount: (votes: bigint) => string;
}

function MatrixTable({ tally, titleOf, matrix, view, amount }: MatrixTableProps) {
  const { t } = useWords();
  const id = useId();
  const { options } = tally;
  const most = matrix.flat().reduce((top, votes) => (votes > top ? votes : top), 0n);
  return (
    <div role="region" aria-labelledby={id} tabIndex={0} className="overflow-x-auto">
      <table className="border-collapse text-[0.9375rem]">
        <caption id={id} className="sr-only">
          {t(`picture.${view}`)}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="px-2 py-1.5 text-start text-sm font-medium text-muted">
              {t(`picture.${view}-corner`)}
            </th>
            {options.map((option, place) => (
              <th
                key={option}
                scope="col"
                className="min-w-14 px-1 py-1.5 text-center"
                title={titleOf(option)}
              >
                {letterOf(place)}
                <span className="sr-only"> {titleOf(option)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {options.map((option, row) => (
            <tr key={option}>
              <th scope="row" className="max-w-64 min-w-32 px-2 py-1.5 text-start font-medium">
                <span className="me-2 font-semibold">{letterOf(row)}</span>
                <bdi>{titleOf(option)}</bdi>
              </th>
              {options.map((other, column) =>
                row === column ? (
                  <td key={other} className="border border-line bg-sunken" />
                ) : (
                  <PairCell
                    key={other}
                    here={cellOf(matrix, row, column)}
                    back={cellOf(matrix, column, row)}
                    most={most}
                    names={[titleOf(option), titleOf(other)]}
                    amount={amount}
                    view={view}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Pair {
  readonly row: number;
  readonly column: number;
}

const pairsOf = ({ options }: Tally): Pair[] =>
  options
    .flatMap((_, row) => options.map((__, column) => ({ row, column })))
    .filter(({ row, column }) => row < column);

/** Each option against each other one, and the strongest chains of wins between them. */
export function PairMatrix({ decision, tally, titleOf }: PictureProps) {
  const words = useWords();
  const { t } = words;
  const [view, setView] = useState<View>("direct");
  const direct = tally.pairs?.preferred ?? [];
  const paths = tally.paths ?? [];
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
        column("path-one", (pair) => amount(cellOf(paths, pair.row, pair.column))),
        column("path-other", (pair) => amount(cellOf(paths, pair.column, pair.row))),
      ]}
      caption={t(`picture.${view}-caption`)}
    >
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
            onClick={() => setView(one)}
          >
            {t(`picture.${one}`)}
          </Button>
        ))}
      </div>
      <MatrixTable
        tally={tally}
        titleOf={titleOf}
        matrix={view === "direct" ? direct : paths}
        view={view}
        amount={amount}
      />
      {view === "paths" && <Paths tally={tally} titleOf={titleOf} amount={amount} />}
    </Figure>
  );
}
