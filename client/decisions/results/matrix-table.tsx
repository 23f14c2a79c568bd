import { useId } from "react";
import { cx } from "../../ui/cx.ts";
import { useWords } from "../words.ts";
import { letterOf } from "./letters.ts";
import type { PictureProps } from "./picture.ts";

/** Comparisons as they were counted, or the chains that they make. */
export type View = "direct" | "paths";
export type Matrix = readonly (readonly bigint[])[];

export const cellOf = (matrix: Matrix, row: number, column: number) => matrix[row]?.[column] ?? 0n;

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

interface ColumnHeadsProps {
  options: readonly string[];
  titleOf: (option: string) => string;
  corner: string;
}

interface MatrixTableProps extends Pick<PictureProps, "tally" | "titleOf"> {
  matrix: Matrix;
  view: View;
  amount: (votes: bigint) => string;
}

function ColumnHeads({ options, titleOf, corner }: ColumnHeadsProps) {
  return (
    <tr>
      <th scope="col" className="px-2 py-1.5 text-start text-sm font-medium text-muted">
        {corner}
      </th>
      {options.map((option, place) => (
        <th
          key={option}
          scope="col"
          className="min-w-12 px-1 py-1.5 text-center sm:min-w-14"
          title={titleOf(option)}
        >
          {letterOf(place)}
          <span className="sr-only"> {titleOf(option)}</span>
        </th>
      ))}
    </tr>
  );
}

/** A row and a column for each option; on narrow screens it scrolls within its own frame. */
export function MatrixTable({ tally, titleOf, matrix, view, amount }: MatrixTableProps) {
  const { t } = useWords();
  const id = useId();
  const { options } = tally;
  const most = matrix.flat().reduce((top, votes) => (votes > top ? votes : top), 0n);
  return (
    <div role="region" aria-labelledby={id} tabIndex={0} className="relative overflow-x-auto">
      <table className="border-collapse text-[0.9375rem]">
        <caption id={id} className="sr-only">
          {t(`picture.${view}`)}
        </caption>
        <thead>
          <ColumnHeads options={options} titleOf={titleOf} corner={t(`picture.${view}-corner`)} />
        </thead>
        <tbody>
          {options.map((option, row) => (
            <tr key={option}>
              <th
                scope="row"
                className="px-2 py-1.5 text-start font-medium sm:max-w-64 sm:min-w-32"
              >
                <span className="me-2 font-semibold">{letterOf(row)}</span>
                <bdi className="max-sm:sr-only">{titleOf(option)}</bdi>
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
