import type {
  DeclaredAttribute,
  Representation,
  RepresentationPart,
} from "#shared/contract/representation.ts";
import { DataTable } from "../ui/data-table.tsx";
import { CsvButton, type TextColumn } from "../ui/csv-button.tsx";
import { useWords } from "./words.ts";

interface SupportFigureProps {
  attribute: DeclaredAttribute;
  part: RepresentationPart;
  options: Representation["options"];
  name: string;
}

type Row = RepresentationPart["support"][number];

/** How those who said each value voted: a table whose darker cells are larger shares. */
export function SupportFigure({ attribute, part, options, name }: SupportFigureProps) {
  const { t, number, percent } = useWords();
  if (part.support.length === 0) return null;
  const nameOf = ({ values, isRest }: Row) =>
    [
      ...attribute.values.filter(({ id }) => values.includes(id)).map((value) => value.name),
      ...(isRest ? [t("support.others")] : []),
    ].join(", ");
  const shareOf = (row: Row, id: string) => {
    const count = row.backing.find(({ option }) => option === id)?.count;
    return count === undefined || row.voters === 0 ? null : Math.min(1, count / row.voters);
  };
  const title = t("support.title", { name: attribute.name });
  const shown = options.filter(({ id }) => part.support.some((row) => shareOf(row, id) !== null));
  const columns: TextColumn<Row>[] = [
    { id: "who", header: attribute.name, cell: nameOf },
    { id: "voters", header: t("support.voters"), cell: ({ voters }) => number(voters) },
    ...shown.map((option) => ({
      id: option.id,
      header: option.title,
      cell: (row: Row) => {
        const share = shareOf(row, option.id);
        return share === null ? "–" : percent(share);
      },
    })),
  ];
  return (
    <div className="min-w-0 space-y-2">
      <DataTable
        caption={title}
        rows={part.support}
        keyOf={({ values, isRest }) => `${values.join()} ${isRest}`}
        columns={columns.map((column, at) => ({
          ...column,
          header: <bdi>{column.header}</bdi>,
          isHeader: at === 0,
          align: at === 0 ? "start" : "end",
        }))}
      />
      <CsvButton name={`${name} ${title}`} columns={columns} rows={part.support} />
    </div>
  );
}
