import type { OpinionMap } from "#shared/contract/opinions.ts";
import type { Telling } from "./telling.ts";

/** How many people bridging scores take for one with others; nothing where there are none. */
export function OneVoice({ map, telling }: { map: OpinionMap; telling: Telling }) {
  if (map.correlated === 0) return null;
  return (
    <p className="max-w-measure text-sm text-muted">
      {telling.t("recompute.correlated", { number: telling.number(map.correlated) })}
    </p>
  );
}
