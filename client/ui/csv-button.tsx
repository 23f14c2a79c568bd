import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { downloadCsv } from "./csv.ts";

/** A column of texts only, so that it makes a file too. */
export interface TextColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => string;
  /** What stands in the file, where that is a number that programs read. */
  readonly plain?: (row: Row) => string | number;
}

interface CsvButtonProps<Row> {
  /** Of the file. */
  name: string;
  columns: readonly TextColumn<Row>[];
  rows: readonly Row[];
}

/** Hands a table to the reader as a file. */
export function CsvButton<Row>({ name, columns, rows }: CsvButtonProps<Row>) {
  const { t } = useTranslation("ui");
  const save = () =>
    downloadCsv(name, [
      columns.map(({ header }) => header),
      ...rows.map((row) => columns.map(({ cell, plain = cell }) => plain(row))),
    ]);
  return (
    <Button size="small" variant="quiet" icon="download" onClick={save}>
      {t("chart.csv")}
    </Button>
  );
}
