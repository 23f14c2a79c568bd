import { useId } from "react";
import { useTranslation } from "react-i18next";
import { RadioPill } from "./radio-pill.tsx";
import { useChosen } from "./use-chosen.ts";

/** 0 to 4, or null for "don't know". */
export type Rating = 0 | 1 | 2 | 3 | 4 | null;
const steps = [0, 1, 2, 3, 4] as const;

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

interface StepProps {
  step: Rating;
  group: string;
  rating: RatingInputProps;
}

function Step({ step, group, rating }: StepProps) {
  const { t } = useTranslation("ui");
  const isEnd = step === 0 || step === 4;
  return (
    <RadioPill
      name={group}
      value={String(step)}
      checked={rating.value === step}
      onChange={() => rating.onChange(step)}
      describedBy={isEnd ? `${group}-${step}` : undefined}
      className={step === null ? "px-3" : "w-10 sm:w-11"}
    >
      {step ?? t("rating.unknown")}
    </RadioPill>
  );
}

/** Five steps between two ends, and a way to say that one doesn't know. */
export function RatingInput(props: RatingInputProps) {
  const { legend, low, high, disabled } = props;
  const group = useId();
  const rating = { ...props, ...useChosen(props) };
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <legend className="text-[0.9375rem] font-medium">{legend}</legend>
      <div className="mt-1.5 flex flex-wrap gap-2">
        <div>
          <div className="flex gap-2">
            {steps.map((step) => (
              <Step key={step} step={step} group={group} rating={rating} />
            ))}
          </div>
          <div className="mt-1 flex justify-between gap-4 text-xs text-muted">
            <span id={`${group}-0`}>{low}</span>
            <span id={`${group}-4`} className="text-end">
              {high}
            </span>
          </div>
        </div>
        <div>
          <Step step={null} group={group} rating={rating} />
        </div>
      </div>
    </fieldset>
  );
}
