import { useState } from "react";
import type { OpinionMap } from "#shared/contract/opinions.ts";
import { Button } from "../ui/button.tsx";
import { CsvButton } from "../ui/csv-button.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { areTold, columnsOf, type Seen, seenIn } from "./statement-columns.ts";
import { StatementWords } from "./statement-words.tsx";
import type { Telling } from "./telling.ts";

const atFirst = 8;

/** How everybody answered each statement, where no groups are that it could be drawn by. */
export function AnswersTable({
  map,
  telling,
  name,
}: {
  map: OpinionMap;
  telling: Telling;
  name: string;
}) {
  const [isWhole, setWhole] = useState(false);
  const { t, number } = telling;
  const seen = seenIn(map);
  const columns = columnsOf(map, telling);
  if (seen.length === 0) return null;
  return (
    <section className="space-y-3">
      <DataTable
        caption={t("answers.title")}
        rows={isWhole ? seen : seen.slice(0, atFirst)}
        keyOf={({ statementId }) => statementId}
        columns={columns.map((column, at): Column<Seen> =>
          at === 0
            ? {
                ...column,
                isHeader: true,
                className: "min-w-56",
                cell: ({ statementId }) => <StatementWords id={statementId} telling={telling} />,
              }
            : { ...column, align: "end" },
        )}
      />
      <div className="flex flex-wrap gap-2" data-no-print>
        {seen.length > atFirst && (
          <Button size="small" onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
            {isWhole ? t("own.fewer") : t("own.all", { number: number(seen.length) })}
          </Button>
        )}
        {areTold(seen, telling) && (
          <CsvButton name={`${name} ${t("answers.title")}`} columns={columns} rows={seen} />
        )}
      </div>
    </section>
  );
}
