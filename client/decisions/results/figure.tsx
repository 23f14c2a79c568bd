import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { CsvButton, type TextColumn } from "../../ui/csv-button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";

interface FigureProps<Row> {
  title: string;
  /** Of its heading: 2 where it stands right below the page's. */
  level?: 2 | 3;
  /** The picture. */
  children: ReactNode;
  /** The same in rows and columns. */
  columns: readonly TextColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Of the file. */
  name: string;
  caption?: ReactNode;
}

/** A picture whose numbers are one press away, where there are any: as a table, and as a file. */
export function Figure<Row>(props: FigureProps<Row>) {
  const { title, level = 3, children, columns, rows, keyOf, name, caption } = props;
  const { t } = useTranslation("ui");
  const Heading = `h${level}` as const;
  const [asTable, setAsTable] = useState(false);
  const shown = columns.map((column, at): Column<Row> => {
    return { ...column, isHeader: at === 0, align: at === 0 ? "start" : "end" };
  });
  return (
    <figure className="min-w-0">
      <figcaption className="flex flex-wrap items-center justify-between gap-2 pb-2">
        <Heading className="text-xl">{title}</Heading>
        {rows.length > 0 && (
          <span className="flex gap-1" data-no-print>
            <Button
              size="small"
              variant="quiet"
              icon={asTable ? "chart" : "table"}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? t("chart.asChart") : t("chart.asTable")}
            </Button>
            <CsvButton name={name} columns={columns} rows={rows} />
          </span>
        )}
      </figcaption>
      {asTable && rows.length > 0 ? (
        <DataTable caption={title} hideCaption rows={rows} keyOf={keyOf} columns={shown} />
      ) : (
        children
      )}
      {caption && <p className="mt-3 max-w-measure text-sm text-muted">{caption}</p>}
    </figure>
  );
}
