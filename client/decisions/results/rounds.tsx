import { useTranslation } from "react-i18next";
import type { Round } from "#shared/voting/tally.ts";
import { groupColor } from "../../ui/group-mark.tsx";
import { Icon } from "../../ui/icons.tsx";
import { useWords, type Words } from "../words.ts";
import { Figure } from "./figure.tsx";
import { Legend } from "./letter-mark.tsx";
import { letterOf } from "./letters.ts";
import type { PictureProps } from "./picture.ts";
import { flowOf, type FlowRound, type Part, type Stream } from "./round-flow.ts";
import { amountText } from "./step-in-words.ts";

const scale = 1_000;
const depth = 48;

/** A ribbon from a part of one bar to a part of the next. */
function ribbon({ leaves, arrives, width }: Stream): string {
  const [x1, x2, w] = [leaves * scale, arrives * scale, width * scale];
  const middle = depth / 2;
  return [
    `M${x1} 0C${x1} ${middle} ${x2} ${middle} ${x2} ${depth}`,
    `L${x2 + w} ${depth}C${x2 + w} ${middle} ${x1 + w} ${middle} ${x1 + w} 0Z`,
  ].join("");
}

/** Stripes for what counts no more: no option has them. */
const stripes =
  "repeating-linear-gradient(135deg, var(--line-strong) 0 2px, var(--sunken) 2px 8px)";
const lookOf = (place: number) =>
  place === -1 ? { backgroundImage: stripes } : { backgroundColor: groupColor(place) };

interface BarProps {
  flow: FlowRound;
  round: Round;
  options: readonly string[];
  amount: (votes: bigint) => string;
}

/** Narrower parts have no room for words; the table has all. */
const roomForLetter = 0.05;
const roomForNumber = 0.14;

function PartBox({
  part,
  place,
  round,
  amount,
}: Omit<BarProps, "flow" | "options"> & { part: Part; place: number }) {
  const { t } = useTranslation("decisions");
  const isElected = part.option !== null && round.elected.includes(part.option);
  const isOut = part.option !== null && round.eliminated.includes(part.option);
  return (
    <div
      className="grid h-9 place-items-center overflow-hidden border-e border-paper last:border-e-0"
      style={{ ...lookOf(place), width: `${part.width * 100}%` }}
    >
      {part.width >= roomForLetter && (
        <span className="inline-flex items-center gap-1 rounded-sm bg-surface px-1 text-sm leading-6 font-semibold text-ink tabular-nums">
          {isElected && <Icon name="check" size={14} />}
          {isOut && <Icon name="close" size={14} />}
          {place === -1 ? t("picture.exhausted-short") : letterOf(place)}
          {part.width >= roomForNumber && <span className="font-normal">{amount(part.votes)}</span>}
        </span>
      )}
    </div>
  );
}

function RoundBar(props: BarProps) {
  const { flow, round, options, amount } = props;
  return (
    <div aria-hidden="true">
      <div className="flex overflow-hidden rounded-sm">
        {flow.parts.map((part) => (
          <PartBox
            key={part.option ?? ""}
            part={part}
            place={part.option === null ? -1 : options.indexOf(part.option)}
            round={round}
            amount={amount}
          />
        ))}
      </div>
      {flow.streams.length > 0 && (
        <svg
          viewBox={`0 0 ${scale} ${depth}`}
          preserveAspectRatio="none"
          className="block h-12 w-full rtl:-scale-x-100"
        >
          {flow.streams.map((stream) => (
            <path
              key={`${stream.from} ${stream.to}`}
              d={ribbon(stream)}
              fill={
                stream.from === null
                  ? "var(--line-strong)"
                  : groupColor(options.indexOf(stream.from))
              }
              opacity={stream.from === stream.to ? 0.28 : 0.75}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

interface RoundRowProps extends Omit<BarProps, "flow"> {
  flow: FlowRound | undefined;
  number: string;
  titleOf: (option: string) => string;
}

function RoundRow({ flow, number, titleOf, ...props }: RoundRowProps) {
  const { t } = useTranslation("decisions");
  const { round, amount } = props;
  const said = round.votes.map(({ option, votes }) => `${titleOf(option)} ${amount(votes)}`);
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] sm:grid-cols-[5.5rem_minmax(0,1fr)]">
      <p className="leading-9 text-sm font-medium text-muted">
        <span aria-hidden="true" className="sm:hidden">
          {number}
        </span>
        <span className="max-sm:sr-only">{t("picture.round", { round: number })}</span>
        <span className="sr-only">: {said.join(", ")}</span>
      </p>
      {flow && <RoundBar {...props} flow={flow} />}
    </li>
  );
}

/** The quota on the scale of the bars: as long as what elects. */
function Quota({ quota, total, said }: { quota: bigint; total: bigint; said: string }) {
  return (
    <div className="mt-4 grid grid-cols-[1.5rem_minmax(0,1fr)] sm:grid-cols-[5.5rem_minmax(0,1fr)]">
      <div className="col-start-2 space-y-1">
        <p className="text-sm">{said}</p>
        <div
          aria-hidden="true"
          className="h-2 border-x-2 border-b-2 border-accent"
          style={{ width: `${(100 * Number(quota)) / Number(total)}%` }}
        />
      </div>
    </div>
  );
}

/** What became of an option in a count for several seats. */
function fateOf(rounds: readonly Round[], option: string, { t, number }: Words): string {
  const elected = rounds.findIndex((round) => round.elected.includes(option));
  if (elected >= 0) return t("picture.fate-elected", { round: number(elected + 1) });
  const out = rounds.findIndex((round) => round.eliminated.includes(option));
  if (out >= 0) return t("picture.fate-out", { round: number(out + 1) });
  return t("picture.fate-open");
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly cell: (round: Round) => string;
  readonly fate: string;
}

/** The same in rows: what each option has in each round, what counts no more, and the quota where there is one. */
function rowsOf({ tally, titleOf }: PictureProps, words: Words): Row[] {
  const { t } = words;
  const { rounds, ranking, denominator } = tally;
  const amount = (votes: bigint | undefined) =>
    votes === undefined ? "–" : amountText(votes, { words, denominator });
  const options = ranking.flat().map((option): Row => ({
    id: option,
    title: titleOf(option),
    cell: (round) => amount(round.votes.find((one) => one.option === option)?.votes),
    fate: fateOf(rounds, option, words),
  }));
  const exhausted: Row = {
    id: "",
    title: t("picture.exhausted"),
    cell: (round) => amount(round.exhausted),
    fate: "",
  };
  if (rounds[0]?.quota === undefined) return [...options, exhausted];
  const cell = (round: Round) => amount(round.quota);
  return [...options, exhausted, { id: " ", title: t("picture.quota"), cell, fate: "" }];
}

/** Round by round, one bar each; ribbons carry what somebody loses to who comes next. */
export function Rounds(props: PictureProps) {
  const { decision, tally, titleOf } = props;
  const words = useWords();
  const { t, number } = words;
  const { rounds, options, denominator } = tally;
  const flow = flowOf(rounds, tally.ranking.flat());
  const amount = (votes: bigint) => amountText(votes, { words, denominator });
  const quota = rounds[0]?.quota;
  const columns = rounds.map((_, at) => ({
    id: String(at),
    header: t("picture.round", { round: number(at + 1) }),
    cell: (row: Row) => row.cell(rounds[at] as Round),
  }));
  const fate = { id: "fate", header: t("picture.fate"), cell: (row: Row) => row.fate };
  return (
    <Figure
      title={t("picture.rounds")}
      name={`${decision.title} ${t("picture.rounds")}`}
      rows={rowsOf(props, words)}
      keyOf={({ id }) => id}
      columns={[
        { id: "option", header: t("picture.option"), cell: ({ title }) => title },
        ...columns,
        ...(quota === undefined ? [] : [fate]),
      ]}
      caption={t(quota === undefined ? "picture.rounds-caption" : "picture.seats-caption")}
    >
      <Legend options={options} titleOf={titleOf} />
      {quota !== undefined && (
        <Quota
          quota={quota}
          total={tally.weight * BigInt(denominator)}
          said={t("picture.quota-is", { quota: amount(quota) })}
        />
      )}
      <ol className="mt-4">
        {rounds.map((round, at) => (
          <RoundRow
            key={`round ${at + 1}`}
            number={number(at + 1)}
            round={round}
            flow={flow[at]}
            options={options}
            titleOf={titleOf}
            amount={amount}
          />
        ))}
      </ol>
    </Figure>
  );
}
