import type { OpinionMap } from "#shared/contract/opinions.ts";
import { seenIn } from "./statement-columns.ts";
import type { Telling } from "./telling.ts";

/** What is said where a list is empty: nothing is known of what the reader has not answered. */
export const noneOf = (map: OpinionMap, { t }: Telling, none: string): string =>
  seenIn(map).length < map.statements.length ? t("none-seen") : none;

/** Of how many statements the figures are kept from this reader, and from when on they are not. */
export function Unseen({ map, telling: { t, number } }: { map: OpinionMap; telling: Telling }) {
  const unseen = map.statements.length - seenIn(map).length;
  if (unseen === 0) return null;
  return (
    <p className="max-w-measure border-s-4 border-warn bg-warn-soft px-4 py-2">
      {t("unseen", { number: number(unseen), all: number(map.statements.length) })}
    </p>
  );
}
