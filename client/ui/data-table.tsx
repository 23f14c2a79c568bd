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
  /** What stands there when there are no rows. */
  empty?: ReactNode;
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
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

/** Rows and columns. On narrow screens it scrolls within its own frame, by keyboard too. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, keyOf, hideCaption, empty } = props;
  const id = useId();
  return (
    <div
      role="region"
      aria-labelledby={id}
      tabIndex={0}
      className="overflow-x-auto print:overflow-visible"
    >
      <table className="w-full border-collapse text-[0.9375rem]">
        <caption
          id={id}
          className={hideCaption ? "sr-only" : "pb-2 text-start font-serif text-lg font-semibold"}
        >
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
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
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && empty}
    </div>
  );
}
