import type { OpinionMap } from "#shared/contract/opinions.ts";
import { CsvButton } from "../../ui/csv-button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { RatersOf } from "../one-voice.tsx";
import {
  answersTo,
  areTold,
  bridgingOf,
  columnsOf,
  type Seen,
  seenIn,
} from "../statement-columns.ts";
import { StatementWords } from "../statement-words.tsx";
import type { Telling } from "../telling.ts";
import { anchorOf } from "./findings.tsx";

interface TableProps {
  map: OpinionMap;
  telling: Telling;
  name: string;
}

type Numbered = Seen & { readonly number: number };

/** What a page of paper has room for: everybody's answers in per cent, the bridging score, and how many of each group agree. */
function shownColumns(map: OpinionMap, telling: Telling): Column<Numbered>[] {
  const { t, number, percent, groupName } = telling;
  const part = (count: number, of: number) => (of > 0 ? percent(count / of) : "–");
  const share = (key: "agrees" | "disagrees" | "passes"): Column<Numbered> => ({
    id: key,
    header: t(`column.${key}`),
    align: "end",
    cell: ({ figures: { counts } }) => part(counts[key], answersTo(counts)),
  });
  return [
    {
      id: "number",
      header: t("report.number"),
      cell: (one) => (
        <span id={anchorOf(one.number)} className="scroll-mt-24 tabular-nums">
          {number(one.number)}
        </span>
      ),
    },
    {
      id: "statement",
      header: t("column.statement"),
      isHeader: true,
      className: "min-w-48",
      cell: ({ statementId }) => <StatementWords id={statementId} telling={telling} />,
    },
    {
      id: "answers",
      header: t("report.answers"),
      align: "end",
      cell: ({ figures: { counts } }) => number(answersTo(counts)),
    },
    share("agrees"),
    share("disagrees"),
    share("passes"),
    {
      id: "bridging",
      header: t("column.bridging"),
      align: "end",
      cell: ({ figures: { bridging } }) => bridgingOf(bridging, telling),
    },
    ...map.groups.map((group): Column<Numbered> => ({
      id: `group-${group.number}`,
      header: t("column.group-agrees", { group: groupName(group.number) }),
      align: "end",
      cell: ({ figures: { byGroup } }) => {
        const votes = byGroup.find((one) => one.group === group.number);
        return votes ? part(votes.agrees, answersTo(votes)) : "–";
      },
    })),
  ];
}

/** Every statement that the report is about, with the number that it is cited by; the file holds all counts. */
export function StatementTable({ map, telling, name }: TableProps) {
  const { t, number } = telling;
  const places = new Map(map.statements.map(({ statementId }, place) => [statementId, place]));
  const rows = seenIn(map).map((one): Numbered => {
    return { ...one, number: (places.get(one.statementId) ?? 0) + 1 };
  });
  const inFile = [
    {
      id: "number",
      header: t("report.number"),
      cell: (one: Numbered) => number(one.number),
      plain: (one: Numbered) => one.number,
    },
    ...columnsOf(map, telling),
  ];
  return (
    <section className="space-y-3 print:text-[8.5pt]">
      {rows.length > 0 && areTold(rows, telling) && (
        <div className="flex justify-end" data-no-print>
          <CsvButton name={`${name} ${t("report.title")}`} columns={inFile} rows={rows} />
        </div>
      )}
      <DataTable
        caption={t("report.table")}
        rows={rows}
        keyOf={({ statementId }) => statementId}
        columns={shownColumns(map, telling)}
        empty={<p className="py-4 text-muted">{t("report.table-empty")}</p>}
      />
      <RatersOf map={map} />
    </section>
  );
}
