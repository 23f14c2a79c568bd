import { useId } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./cx.ts";

/** 0 to 4, or null for "don't know". */
export type Rating = 0 | 1 | 2 | 3 | 4 | null;
const steps = [0, 1, 2, 3, 4, null] as const;

interface RatingInputProps {
  /** What is rated: "How true is this?" */
  legend: string;
  /** What the ends mean. */
  low: string;
  high: string;
  /** Undefined while nothing is chosen. */
  value: Rating | undefined;
  onChange: (value: Rating) => void;
  disabled?: boolean | undefined;
}

/** Five steps between two ends, and a way to say that one doesn't know. */
export function RatingInput(props: RatingInputProps) {
  const { legend, low, high, value, onChange, disabled } = props;
  const { t } = useTranslation("ui");
  const id = useId();
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <legend className="text-[0.9375rem] font-medium">{legend}</legend>
      <div className="mt-1.5 flex flex-wrap items-stretch gap-2">
        {steps.map((step) => (
          <label
            key={String(step)}
            className={cx(
              "relative grid min-h-control place-items-center rounded-md border border-line-strong bg-surface text-[0.9375rem] font-medium tabular-nums",
              "hover:border-ink has-checked:border-accent has-checked:bg-accent has-checked:text-accent-ink has-disabled:opacity-60",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
              step === null ? "px-3" : "w-11",
            )}
          >
            <input
              type="radio"
              name={id}
              value={String(step)}
              checked={value === step}
              onChange={() => onChange(step)}
              aria-describedby={step === 0 || step === 4 ? `${id}-${step}` : undefined}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            {step ?? t("rating.unknown")}
          </label>
        ))}
      </div>
      <div className="mt-1 flex w-[16.75rem] max-w-full justify-between text-xs text-muted">
        <span id={`${id}-0`}>{low}</span>
        <span id={`${id}-4`}>{high}</span>
      </div>
    </fieldset>
  );
}
