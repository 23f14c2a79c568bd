import type { DecisionView } from "#shared/contract/decisions.ts";
import type { GroupSupport } from "#shared/contract/group-support.ts";
import type { TextColumn } from "../../ui/csv-button.tsx";
import { groupColor, GroupMark } from "../../ui/group-mark.tsx";
import { absoluteOf } from "../../ui/moments.ts";
import { useOptions } from "../option-words.ts";
import { groupName } from "../rules-in-words.ts";
import { useWords, type Words } from "../words.ts";
import { Figure } from "./figure.tsx";

type SupportRow = GroupSupport["rows"][number];

interface Cell {
  readonly option: string;
  readonly row: SupportRow;
  readonly count: number;
}

/** The people of a row: one group, or all others together. */
function labelOf({ groups, isRest }: SupportRow, words: Words): string {
  const [group] = groups;
  return isRest || group === undefined ? words.t("groups.others") : groupName(group, words);
}

const partOf = ({ count, row }: Cell) => (row.voters === 0 ? 0 : count / row.voters);

function Bar({ cell, words }: { cell: Cell; words: Words }) {
  const { row, count } = cell;
  const [group = 0] = row.groups;
  const values = { votes: words.number(count), of: words.number(row.voters) };
  return (
    <li className="py-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        {row.isRest ? (
          <span className="font-medium">{labelOf(row, words)}</span>
        ) : (
          <GroupMark index={group} />
        )}
        <span className="tabular-nums">
          {words.percent(BigInt(count), BigInt(row.voters))}{" "}
          <span className="text-sm text-muted">{words.t("groups.of", values)}</span>
        </span>
      </div>
      <div aria-hidden="true" className="mt-1 h-2.5 rounded-sm bg-sunken">
        <div
          className="h-full min-w-px rounded-sm bg-line-strong"
          style={{
            width: `${partOf(cell) * 100}%`,
            ...(row.isRest ? {} : { background: groupColor(group) }),
          }}
        />
      </div>
    </li>
  );
}

interface SupportProps {
  decision: DecisionView;
  support: GroupSupport;
}

/** How far the groups together back an option, in one number. */
function Across({ option, support, words }: SupportedOption) {
  const across = support.across.find((one) => one.option === option);
  if (!across) return null;
  const cut = (share: number) => words.percent(BigInt(Math.round(share * 1_000)), 1_000n);
  const values = { mean: cut(across.mean), least: cut(across.least) };
  return <p className="mt-1 text-sm text-muted">{words.t("groups.across", values)}</p>;
}

interface SupportedOption {
  option: string;
  support: GroupSupport;
  words: Words;
}

function columnsOf(titleOf: (id: string) => string, words: Words): TextColumn<Cell>[] {
  const { t, number, percent } = words;
  return [
    { id: "option", header: t("groups.option"), cell: ({ option }) => titleOf(option) },
    { id: "group", header: t("groups.group"), cell: ({ row }) => labelOf(row, words) },
    {
      id: "count",
      header: t("groups.count"),
      cell: ({ count }) => number(count),
      plain: ({ count }) => count,
    },
    {
      id: "voters",
      header: t("groups.voters"),
      cell: ({ row }) => number(row.voters),
      plain: ({ row }) => row.voters,
    },
    {
      id: "share",
      header: t("groups.share"),
      cell: ({ row, count }) => percent(BigInt(count), BigInt(row.voters)),
      plain: partOf,
    },
  ];
}

/** How opinion groups voted: bars by group, with the table and the file; of what few did, nothing. */
export function GroupSupportFigure({ decision, support }: SupportProps) {
  const words = useWords();
  const { t, language, titles } = words;
  const { titleOf: titleOfOption } = useOptions(decision);
  const isTurnout = support.of === "turnout";
  const titleOf = (id: string) => (isTurnout ? t("groups.voted") : titleOfOption(id));
  const options = (support.rows[0]?.backing ?? []).map(({ option }) => option);
  const cellsOf = (option: string): Cell[] =>
    support.rows.map((row) => {
      const count = row.backing.find((one) => one.option === option)?.count ?? 0;
      return { option, row, count };
    });
  const title = t(isTurnout ? "groups.title-turnout" : "groups.title");
  const kept =
    support.kept.length === 0
      ? ""
      : t("groups.kept", { options: titles(support.kept.map(titleOf)) });
  const map = t("groups.of-map", { time: absoluteOf(Date.parse(support.computedAt), language) });
  const caption = `${t(isTurnout ? "groups.turnout" : "groups.meaning")} ${kept} ${map}`;
  if (options.length === 0) {
    return (
      <section>
        <h3 className="text-xl">{title}</h3>
        <p className="mt-1 max-w-measure text-muted">{t("groups.nothing")}</p>
      </section>
    );
  }
  return (
    <Figure
      title={title}
      name={`${decision.title} ${title}`}
      columns={columnsOf(titleOf, words)}
      rows={options.flatMap(cellsOf)}
      keyOf={({ option, row }) => `${option} ${row.groups.join(" ")} ${row.isRest}`}
      caption={caption}
    >
      <div className="space-y-5">
        {options.map((option) => (
          <section key={option}>
            <h4 className="font-semibold">
              <bdi>{titleOf(option)}</bdi>
            </h4>
            <ul>
              {cellsOf(option).map((cell) => (
                <Bar key={`${cell.row.groups.join(" ")} ${cell.row.isRest}`} {...{ cell, words }} />
              ))}
            </ul>
            {!isTurnout && <Across {...{ option, support, words }} />}
          </section>
        ))}
      </div>
    </Figure>
  );
}
