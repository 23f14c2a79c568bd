import { useState } from "react";
import type { OpinionMap } from "#shared/contract/opinions.ts";
import type { Statement } from "#shared/contract/statements.ts";
import { Button } from "../ui/button.tsx";
import { CsvButton } from "../ui/csv-button.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { isolated } from "../ui/isolated.ts";
import { type OwnAnswer, ownAnswers } from "./own-answers.ts";
import type { Telling } from "./telling.ts";

interface OwnTableProps {
  map: OpinionMap;
  statements: ReadonlyMap<string, Statement>;
  telling: Telling;
  name: string;
}

const atFirst = 8;

/** What the table and its file show of an answer. */
function columnsOf({ t, percent, words }: Telling) {
  const column = (id: string, cell: (one: OwnAnswer) => string) => ({
    id,
    header: t(`own.${id}`),
    cell,
  });
  return [
    {
      ...column("statement", ({ statementId }) => isolated(words(statementId))),
      plain: ({ statementId }: OwnAnswer) => words(statementId),
    },
    column("mine", ({ mine }) => t(mine > 0 ? "statements:agree" : "statements:disagree")),
    column("group-agrees", ({ agree }) => percent(agree)),
    column("group-disagrees", ({ disagree }) => percent(disagree)),
    column("standing", ({ isWithGroup }) => t(isWithGroup ? "own.with" : "own.against")),
  ];
}

/** The reader's own answers against those of their group. */
export function OwnTable({ map, statements, telling, name }: OwnTableProps) {
  const [isWhole, setWhole] = useState(false);
  const { t, number } = telling;
  const answers = ownAnswers(map, statements);
  const against = answers.filter(({ isWithGroup }) => !isWithGroup).length;
  const columns = columnsOf(telling);
  return (
    <div className="space-y-3">
      <p>
        {t("own.differs", { count: against, number: number(against), of: number(answers.length) })}
      </p>
      <DataTable
        caption={t("own.title")}
        hideCaption
        rows={isWhole ? answers : answers.slice(0, atFirst)}
        keyOf={({ statementId }) => statementId}
        columns={columns.map((column, at) => ({
          ...column,
          isHeader: at === 0,
          align: column.id.startsWith("group-") ? "end" : "start",
          className: at === 0 ? "min-w-56" : undefined,
        }))}
      />
      <div className="flex flex-wrap gap-2" data-no-print>
        {answers.length > atFirst && (
          <Button size="small" onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
            {isWhole ? t("own.fewer") : t("own.all", { number: number(answers.length) })}
          </Button>
        )}
        <CsvButton name={`${name} ${t("own.title")}`} columns={columns} rows={answers} />
      </div>
    </div>
  );
}
