import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DelegationFlow } from "#shared/contract/delegations.ts";
import { cx } from "../ui/cx.ts";
import { useNameOf } from "../ui/person-name.ts";
import { type Line, pictureOf, type Place } from "./layout.ts";
import { useVotes } from "./words.ts";

interface FlowPictureProps {
  title: string;
  flows: readonly DelegationFlow[];
}

const room = 12;
/** So much of a name as there is room for; the whole one is in the table, and shown on hover. */
const short = (name: string) => name.replace(/^(.{19}).{2,}$/su, "$1…");

/** A line that leaves and arrives level; within a column it swings out to the side. */
function wayOf({ from, to }: Line, turn: (x: number) => number): string {
  const bend = from.x === to.x ? 70 : Math.abs(to.x - from.x) / 2;
  const [x1, x2] = [turn(from.x), turn(to.x)];
  const [b1, b2] = [turn(from.x + bend), turn(from.x === to.x ? to.x + bend : to.x - bend)];
  return `M${x1} ${from.y}C${b1} ${from.y} ${b2} ${to.y} ${x2} ${to.y}`;
}

/**
 * Who delegates to whom: from the givers to those with whom votes stay, each line as thick as what goes along it. Circles
 * are dashed. What it shows stands in the table beside it, for who does not see it.
 */
export function FlowPicture({ title, flows }: FlowPictureProps) {
  const { i18n } = useTranslation();
  const nameOf = useNameOf();
  const votes = useVotes();
  const { places, lines, width, height } = useMemo(() => pictureOf(flows), [flows]);
  const heaviest = Math.max(1, ...flows.map(({ weight }) => weight));
  const isTurned = i18n.dir() === "rtl";
  const turn = (x: number) => (isTurned ? width - x : x);
  return (
    <div role="region" aria-label={title} tabIndex={0} className="overflow-x-auto">
      <svg
        role="img"
        aria-label={title}
        viewBox={`${-room} 0 ${width + room * 2} ${height}`}
        width={width + room * 2}
        height={height}
        className="max-w-none"
      >
        {lines.map((line) => (
          <path
            key={`${line.flow.from.id} ${line.flow.to.id}`}
            d={wayOf(line, turn)}
            strokeWidth={1.5 + (line.flow.weight / heaviest) * 12}
            className={cx(
              "fill-none opacity-55",
              line.flow.isCycle ? "stroke-con [stroke-dasharray:6_5]" : "stroke-accent",
            )}
          >
            <title>
              {`${nameOf(line.flow.from)} → ${nameOf(line.flow.to)}: ${votes(line.flow.weight)}`}
            </title>
          </path>
        ))}
        {places.map((place) => (
          <Name key={place.person.id} place={place} turn={turn} isTurned={isTurned} />
        ))}
      </svg>
    </div>
  );
}

function Name(props: { place: Place; turn: (x: number) => number; isTurned: boolean }) {
  const { place, turn, isTurned } = props;
  const nameOf = useNameOf();
  const { person, x, y } = place;
  const at = turn(x);
  return (
    <g>
      <circle cx={at} cy={y} r={6} className="fill-ink" />
      <text
        x={at + (isTurned ? -11 : 11)}
        y={y + 4.5}
        direction={isTurned ? "rtl" : "ltr"}
        className="fill-ink stroke-paper stroke-4 text-sm [paint-order:stroke]"
      >
        <title>{nameOf(person)}</title>
        {short(nameOf(person))}
      </text>
    </g>
  );
}
