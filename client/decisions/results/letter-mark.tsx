import { groupColor } from "../../ui/group-mark.tsx";
import { letterOf } from "./letters.ts";

/** The short name of an option in pictures: a letter beside a colour. */
export function LetterMark({ place, isPlain }: { place: number; isPlain?: boolean | undefined }) {
  return (
    <span className="inline-flex items-center gap-1.5 font-semibold tabular-nums">
      {!isPlain && (
        <span
          aria-hidden="true"
          className="size-3.5 shrink-0 rounded-xs border border-ink/60"
          style={{ backgroundColor: groupColor(place) }}
        />
      )}
      {letterOf(place)}
    </span>
  );
}

interface LegendProps {
  options: readonly string[];
  titleOf: (option: string) => string;
  /** The picture has letters only. */
  isPlain?: boolean | undefined;
}

/** Which letter is which option. */
export function Legend({ options, titleOf, isPlain }: LegendProps) {
  return (
    <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
      {options.map((option, place) => (
        <li key={option} className="flex items-baseline gap-2">
          <LetterMark place={place} isPlain={isPlain} />
          <bdi className="min-w-0">{titleOf(option)}</bdi>
        </li>
      ))}
    </ul>
  );
}
