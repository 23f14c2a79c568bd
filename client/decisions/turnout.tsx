import { useId } from "react";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { cx } from "../ui/cx.ts";
import { neededOf } from "./rules-in-words.ts";
import { useWords } from "./words.ts";

/** How many have voted, of how many, and where the quorum lies. */
export function Turnout({ decision }: { decision: DecisionView }) {
  const { t, number } = useWords();
  const id = useId();
  const { ballotCount, quorum } = decision;
  const { size } = decision.electorate;
  if (size === null) return null;
  const needed = quorum?.persons ? neededOf(quorum.persons, size) : null;
  const isMet = needed !== null && ballotCount >= needed;
  return (
    <div>
      <p id={id} className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-lg tabular-nums">
          {t("turnout.voted", {
            count: ballotCount,
            cast: number(ballotCount),
            size: number(size),
          })}
        </span>
        {needed !== null && (
          <span className={cx("text-sm tabular-nums", isMet ? "text-good" : "text-muted")}>
            {t(isMet ? "turnout.quorum-met" : "turnout.quorum", { needed: number(needed) })}
          </span>
        )}
      </p>
      <div className="relative mt-1.5">
        <progress
          aria-labelledby={id}
          max={Math.max(size, 1)}
          value={Math.min(ballotCount, size)}
          className={cx(
            "block h-3 w-full appearance-none overflow-hidden rounded-full bg-sunken",
            "[&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-transparent",
            "[&::-webkit-progress-value]:bg-accent",
            "[&::-webkit-progress-value]:transition-[width] [&::-webkit-progress-value]:duration-150",
          )}
        />
        {needed !== null && (
          <span
            aria-hidden="true"
            className="absolute -inset-y-1 border-s-2 border-dashed border-ink"
            style={{ insetInlineStart: `${(needed / Math.max(size, 1)) * 100}%` }}
          />
        )}
      </div>
    </div>
  );
}
