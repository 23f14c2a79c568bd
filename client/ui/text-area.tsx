import { type Ref, type TextareaHTMLAttributes, useState } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./cx.ts";
import { Field, type FieldProps } from "./field.tsx";

type Native = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps | "className">;
interface TextAreaProps extends FieldProps, Native {
  /** How many characters there may be; the rest is counted down near the end, never cut off. */
  limit?: number | undefined;
  /** Set in the serif: for questions, claims and statements. */
  serif?: boolean | undefined;
  ref?: Ref<HTMLTextAreaElement> | undefined;
}

/** Counts as the server does. */
const lengthOf = (text: string) => text.length;

function Counter({ length, limit }: { length: number; limit: number }) {
  const { t } = useTranslation("ui");
  const left = limit - length;
  return (
    <p
      className={cx(
        "mt-1 text-end text-xs tabular-nums",
        left < 0 ? "font-semibold text-danger" : "text-muted",
      )}
    >
      <span aria-hidden="true">
        {length} / {limit}
      </span>
      <span className="sr-only" aria-live="polite">
        {left < 0 && t("counter.over", { count: -left })}
        {left >= 0 && left <= limit / 10 && t("counter.left", { count: left })}
      </span>
    </p>
  );
}

/** Several lines of text; grows with them. */
export function TextArea(props: TextAreaProps) {
  const { label, name, hint, error, required, hideLabel, className, ...rest } = props;
  const { limit, serif, onChange, rows = 3, ...area } = rest;
  const field = { label, name, hint, error, required, hideLabel, className };
  const [typed, setTyped] = useState(lengthOf(String(area.value ?? area.defaultValue ?? "")));
  const length = area.value === undefined ? typed : lengthOf(String(area.value));
  return (
    <Field {...field}>
      {(control) => (
        <>
          <textarea
            rows={rows}
            style={{ minHeight: `${rows * 1.5 + 1}rem` }}
            {...area}
            {...control}
            onChange={(event) => {
              setTyped(lengthOf(event.target.value));
              onChange?.(event);
            }}
            className={cx(
              "control block field-sizing-content max-h-[60vh] resize-y",
              serif && "font-serif text-lg leading-7",
            )}
          />
          {limit !== undefined && <Counter length={length} limit={limit} />}
        </>
      )}
    </Field>
  );
}
