import type { Tally } from "#shared/voting/tally.ts";
import { levelsInWords } from "../level-words.ts";
import { useWords, type Words } from "../words.ts";
import { Figure } from "./figure.tsx";
import type { PictureProps } from "./picture.ts";
import { amountText } from "./step-in-words.ts";

/** One level of one option's bar. */
interface Part {
  readonly level: number;
  readonly word: string;
  readonly votes: bigint;
  /** In per cent of all ballots. */
  readonly width: number;
}

interface Row {
  readonly id: string;
  readonly title: string;
  /** The best level first. */
  readonly parts: readonly Part[];
  /** What counts of it: the grade in the middle, or its points. */
  readonly sum: string;
}

/** The stronger, the better: from the paper to the full accent. */
const shadeOf = (level: number, levels: number) =>
  `color-mix(in srgb, var(--accent) ${Math.round((90 * level) / (levels - 1))}%, var(--sunken))`;

function rowsOf({ decision, tally, titleOf }: PictureProps, words: Words): Row[] {
  const names = levelsInWords(decision.settings, words);
  const total = Number(tally.weight);
  const isGraded = tally.measure === "median-grade";
  return tally.ranking.flat().map((option) => {
    const weights = tally.levels?.find((entry) => entry.option === option)?.weights ?? [];
    const score = tally.scores.find((entry) => entry.option === option)?.score ?? 0n;
    const parts = weights.map((votes, level): Part => {
      const width = total === 0 ? 0 : (100 * Number(votes)) / total;
      return { level, word: names[level] ?? "", votes, width };
    });
    return {
      id: option,
      title: titleOf(option),
      parts: parts.toReversed(),
      sum: isGraded
        ? (names[Number(score)] ?? "")
        : amountText(score, { words, denominator: tally.denominator }),
    };
  });
}

/** Narrower parts have no room for a number; the table has all. */
const roomForNumber = 9;

interface BarProps {
  row: Row;
  levels: number;
  amount: (votes: bigint) => string;
  /** Where the middle of the ballots counts. */
  hasMiddle: boolean;
}

function LevelBar({ row, levels, amount, hasMiddle }: BarProps) {
  const said = row.parts.map(({ word, votes }) => `${word} ${amount(votes)}`).join(", ");
  const held = row.parts.filter(({ votes }) => votes > 0n);
  return (
    <li className="py-2">
      <p className="flex items-baseline justify-between gap-4">
        <bdi className="min-w-0 font-medium">{row.title}</bdi>
        <span className="shrink-0 font-medium tabular-nums">{row.sum}</span>
      </p>
      <p className="sr-only">{said}</p>
      <div aria-hidden="true" className="relative mt-1">
        <div className="flex h-8 overflow-hidden rounded-sm border border-line-strong">
          {held.map(({ level, votes, width }) => (
            <div
              key={level}
              className="grid items-center justify-items-start overflow-hidden border-e border-paper last:border-e-0"
              style={{ width: `${width}%`, backgroundColor: shadeOf(level, levels) }}
            >
              {width >= roomForNumber && (
                <span className="ms-1 rounded-sm bg-surface px-1 text-sm leading-5 font-semibold text-ink tabular-nums">
                  {amount(votes)}
                </span>
              )}
            </div>
          ))}
        </div>
        {hasMiddle && (
          <div className="absolute -inset-y-1 start-1/2 border-s-2 border-dashed border-ink" />
        )}
      </div>
    </li>
  );
}

function LevelLegend({ names }: { names: readonly string[] }) {
  return (
    <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 pb-2 text-sm">
      {names
        .map((name, level) => (
          <li key={name} className="flex items-center gap-1.5">
            <span
              className="size-3.5 shrink-0 rounded-xs border border-line-strong"
              style={{ backgroundColor: shadeOf(level, names.length) }}
            />
            <bdi>{name}</bdi>
          </li>
        ))
        .toReversed()}
    </ul>
  );
}

const hasLevels = ({ levels }: Tally) => levels !== undefined && levels.length > 0;

/** For each option how many put it on which level: the grades, or who can when. */
export function LevelBars(props: PictureProps) {
  const { decision, tally } = props;
  const words = useWords();
  const { t } = words;
  if (!hasLevels(tally)) return null;
  const names = levelsInWords(decision.settings, words);
  const rows = rowsOf(props, words);
  const isGraded = tally.measure === "median-grade";
  const kind = isGraded ? "grades" : "availability";
  const amount = (votes: bigint) => amountText(votes, { words, denominator: tally.denominator });
  return (
    <Figure
      title={t(`picture.${kind}`)}
      name={`${decision.title} ${t(`picture.${kind}`)}`}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { id: "option", header: t("picture.option"), cell: ({ title }: Row) => title },
        ...names.toReversed().map((name, at) => ({
          id: String(at),
          header: name,
          cell: ({ parts }: Row) => amount(parts[at]?.votes ?? 0n),
        })),
        { id: "sum", header: t(`measure.${tally.measure}`), cell: ({ sum }: Row) => sum },
      ]}
      caption={t(`picture.${kind}-caption`)}
    >
      <LevelLegend names={names} />
      <ul>
        {rows.map((row) => (
          <LevelBar
            key={row.id}
            row={row}
            levels={names.length}
            amount={amount}
            hasMiddle={isGraded}
          />
        ))}
      </ul>
    </Figure>
  );
}
