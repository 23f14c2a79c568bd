import { Fragment, type ReactNode } from "react";
import { cx } from "./cx.ts";
import { type ControlIds, FieldSet, type FieldProps } from "./field.tsx";

export interface Choice<V extends string> {
  value: V;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
  /** Begins a part of a long list: what the choices from here on have in common. */
  heading?: ReactNode;
}

interface RadioGroupProps<V extends string> extends FieldProps {
  choices: readonly Choice<V>[];
  value?: V | undefined;
  defaultValue?: V | undefined;
  onChange?: ((value: V) => void) | undefined;
}

function Radio<V extends string>(props: {
  choice: Choice<V>;
  control: ControlIds;
  group: RadioGroupProps<V>;
}) {
  const { choice, control, group } = props;
  const id = `${control.id}-${choice.value}`;
  const checked = group.value === undefined ? undefined : group.value === choice.value;
  return (
    <label
      htmlFor={id}
      className={cx(
        "flex items-start gap-3 border-line px-3 py-row not-first:border-t",
        "first:rounded-t-md last:rounded-b-md has-checked:bg-accent-soft",
        choice.disabled && "text-muted",
      )}
    >
      <input
        id={id}
        type="radio"
        name={control.name ?? control.id}
        value={choice.value}
        checked={checked}
        defaultChecked={checked === undefined ? group.defaultValue === choice.value : undefined}
        disabled={choice.disabled}
        required={control.required}
        aria-describedby={choice.hint ? `${id}-hint` : undefined}
        onChange={() => group.onChange?.(choice.value)}
        className="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <span className="min-w-0">
        <span className="block leading-6 font-medium">{choice.label}</span>
        {choice.hint && (
          <span id={`${id}-hint`} className="block text-sm text-muted">
            {choice.hint}
          </span>
        )}
      </span>
    </label>
  );
}

/** One of a few choices that need a sentence each. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const { label, name, hint, error, hideLabel, className } = props;
  // What is chosen from the start can't be left open.
  const required = props.required ?? Boolean(props.value ?? props.defaultValue);
  return (
    <FieldSet {...{ label, name, hint, error, required, hideLabel, className }}>
      {(control) => (
        <div className="rounded-md border border-line-strong bg-surface">
          {props.choices.map((choice) => (
            <Fragment key={choice.value}>
              {choice.heading !== undefined && (
                <p className="border-line bg-sunken px-3 py-1 text-sm font-semibold text-muted not-first:border-t first:rounded-t-md">
                  {choice.heading}
                </p>
              )}
              <Radio choice={choice} control={control} group={props} />
            </Fragment>
          ))}
        </div>
      )}
    </FieldSet>
  );
}
