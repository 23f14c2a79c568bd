import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";

export interface Column<Row> {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end. */
  align?: "start" | "end" | undefined;
  /** This cell names its row. */
  isHeader?: boolean | undefined;
  className?: string | undefined;
}

interface DataTableProps<Row> {
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  hideCaption?: boolean | undefined;
  /** On a phone each row is a block, every cell beside the name of its column: where no column may be missed. */
  stacks?: boolean | undefined;
  /** What stands there when there are no rows. */
  empty?: ReactNode;
}

interface CellProps<Row> {
  column: Column<Row>;
  row: Row;
}

function Cell<Row>({ column, row }: CellProps<Row>) {
  const look = cx(
    "border-t border-line px-3 py-row first:ps-0 last:pe-0 align-top",
    column.align === "end" ? "text-end tabular-nums" : "text-start",
    column.className,
  );
  return column.isHeader ? (
    <th scope="row" className={cx(look, "font-medium")}>
      {column.cell(row)}
    </th>
  ) : (
    <td className={look}>{column.cell(row)}</td>
  );
}

/** The roles are said again: what is laid out as something else than a table is no table to some screen readers. */
function StackedCell<Row>({ column, row }: CellProps<Row>) {
  const { header, align, isHeader } = column;
  const look = cx(
    "text-start sm:border-t sm:border-line sm:px-3 sm:py-row sm:first:ps-0 sm:last:pe-0 align-top",
    align === "end" && "sm:text-end tabular-nums",
    column.className,
  );
  if (isHeader) {
    return (
      <th role="rowheader" scope="row" className={cx(look, "font-medium max-sm:order-first")}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td
      role="cell"
      className={cx(
        look,
        "max-sm:grid max-sm:grid-cols-[7rem_minmax(0,1fr)] max-sm:gap-x-3 max-sm:has-[>div:empty]:hidden",
      )}
    >
      <span aria-hidden="true" className="text-sm leading-6 text-muted sm:hidden">
        {header}
      </span>
      <div>{column.cell(row)}</div>
    </td>
  );
}

function Head<Row>({ columns, stacks }: Pick<DataTableProps<Row>, "columns" | "stacks">) {
  return (
    <thead role="rowgroup" className={cx(stacks && "max-sm:sr-only")}>
      <tr role="row">
        {columns.map((column) => (
          <th
            key={column.id}
            role="columnheader"
            scope="col"
            className={cx(
              "px-3 py-2 text-sm font-medium text-muted first:ps-0 last:pe-0",
              column.align === "end" ? "text-end" : "text-start",
              column.className,
            )}
          >
            {column.header}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Caption(props: { id: string; isHidden: boolean | undefined; children: ReactNode }) {
  const { id, isHidden, children } = props;
  const look = isHidden ? "sr-only" : "break-after-avoid pb-2 font-serif text-lg font-semibold";
  return (
    <p id={id} className={look}>
      {children}
    </p>
  );
}

/** Rows and columns. On narrow screens it is stacked, or scrolls within its own frame, by keyboard too. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, keyOf, hideCaption, stacks, empty } = props;
  const id = useId();
  const Part = stacks ? StackedCell<Row> : Cell<Row>;
  // Names of columns without anything below them say nothing, and on a phone they are cut.
  if (rows.length === 0 && empty !== undefined) {
    return (
      <div className="min-w-0">
        <Caption id={id} isHidden={hideCaption}>
          {caption}
        </Caption>
        {empty}
      </div>
    );
  }
  return (
    <div className="min-w-0">
      <Caption id={id} isHidden={hideCaption}>
        {caption}
      </Caption>
      <div
        role="region"
        aria-labelledby={id}
        tabIndex={0}
        className="scrolls-aside overflow-x-auto print:overflow-visible"
      >
        <table
          role="table"
          aria-labelledby={id}
          className={cx(
            "w-full border-collapse text-[0.9375rem]",
            stacks && "max-sm:block max-sm:[&>tbody]:block",
          )}
        >
          <Head columns={columns} stacks={stacks} />
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr
                key={keyOf(row)}
                role="row"
                className={cx(
                  stacks &&
                    "max-sm:flex max-sm:flex-col max-sm:gap-1 max-sm:border-t max-sm:border-line max-sm:py-3",
                )}
              >
                {columns.map((column) => (
                  <Part key={column.id} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
