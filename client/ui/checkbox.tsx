import type { InputHTMLAttributes, Ref } from "react";
import { cx } from "./cx.ts";
import { FieldError, type FieldProps, Hint, useField } from "./field.tsx";

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | "type" | "className">;
interface CheckboxProps extends Omit<FieldProps, "hideLabel">, Native {
  ref?: Ref<HTMLInputElement> | undefined;
}

/** Yes or no to one sentence. */
export function Checkbox(props: CheckboxProps) {
  const { label, name, hint, error, required, className, ...input } = props;
  const { control, complaint } = useField({ label, name, hint, error, required });
  return (
    <div className={className}>
      <div className="flex items-start gap-3 py-1">
        <input
          type="checkbox"
          {...input}
          {...control}
          className={cx(
            "mt-0.5 size-5 shrink-0 rounded-sm accent-accent",
            complaint && "outline-2 outline-danger",
          )}
        />
        <div className="min-w-0">
          <label htmlFor={control.id} className="block leading-6">
            {label}
          </label>
          <Hint id={control.id}>{hint}</Hint>
        </div>
      </div>
      <FieldError id={control.id}>{complaint}</FieldError>
    </div>
  );
}
