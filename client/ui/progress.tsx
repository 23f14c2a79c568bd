import type { ReactNode } from "react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./cx.ts";

interface ProgressProps {
  label: ReactNode;
  done: number;
  /** Null while nobody knows how much there is. */
  total: number | null;
  /** Words for the numbers, where counts alone don't say enough. */
  text?: string | undefined;
}

/** How far something is, with its counts. */
export function Progress({ label, done, total, text }: ProgressProps) {
  const { t, i18n } = useTranslation("ui");
  const id = useId();
  const number = (value: number) => value.toLocaleString(i18n.language);
  const counts =
    total === null
      ? t("progress.soFar", { done: number(done) })
      : t("progress.of", { done: number(done), total: number(total) });
  return (
    <div>
      <div className="flex items-baseline justify-between gap-4 text-sm">
        <span id={id} className="font-medium">
          {label}
        </span>
        <span className="text-muted tabular-nums">{text ?? counts}</span>
      </div>
      <progress
        aria-labelledby={id}
        max={total ?? undefined}
        value={total === null ? undefined : done}
        className={cx(
          "mt-1.5 block h-2 w-full appearance-none overflow-hidden rounded-full accent-accent",
          "[&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-transparent",
          "[&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-accent",
          "[&::-webkit-progress-value]:transition-[width] [&::-webkit-progress-value]:duration-150",
          total === null ? "skeleton" : "bg-sunken",
        )}
      />
    </div>
  );
}
