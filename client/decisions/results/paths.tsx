import type { Tally } from "#shared/voting/tally.ts";
import { Icon } from "../../ui/icons.tsx";
import { useWords } from "../words.ts";
import { letterOf } from "./letters.ts";
import { pathOf } from "./strongest-path.ts";

interface PathsProps {
  tally: Tally;
  titleOf: (option: string) => string;
  amount: (votes: bigint) => string;
}

function Path({ places, strength }: { places: readonly number[]; strength: string }) {
  const { t } = useWords();
  if (places.length === 0) return <span className="text-muted">{t("picture.no-path")}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      {places.map((place, at) => (
        <span key={place} className="inline-flex items-center gap-1">
          {at > 0 && <Icon name="arrow" size={16} className="text-muted" />}
          <span className="font-semibold">{letterOf(place)}</span>
        </span>
      ))}
      <span className="ms-1 tabular-nums">({strength})</span>
    </span>
  );
}

/** The strongest chains between the winner and each other option, there and back. */
export function Paths({ tally, titleOf, amount }: PathsProps) {
  const { t, title } = useWords();
  const { options, winners, pairs, paths } = tally;
  const from = options.indexOf(winners[0] ?? "");
  if (from === -1 || !pairs || !paths) return null;
  const path = (one: number, other: number) => {
    const strength = paths[one]?.[other] ?? 0n;
    const places = pathOf(pairs.preferred, { from: one, to: other }, strength);
    return <Path places={places} strength={amount(strength)} />;
  };
  return (
    <dl className="mt-4 space-y-2 text-[0.9375rem]">
      {options.map((option, place) =>
        place === from ? null : (
          <div key={option} className="flex flex-wrap gap-x-6 gap-y-1">
            <dt className="basis-full font-medium">
              {t("picture.paths-between", {
                one: title(titleOf(options[from] ?? "")),
                other: title(titleOf(option)),
              })}
            </dt>
            <dd>{path(from, place)}</dd>
            <dd>{path(place, from)}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
