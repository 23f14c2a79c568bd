import type { InputHTMLAttributes, ReactNode, Ref } from "react";
import { Field, type FieldProps } from "./field.tsx";
import { cx } from "./cx.ts";

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | "className">;
export interface TextFieldProps extends FieldProps, Native {
  /** Stands before the text, inside the frame: `folkmoot.example/c/`. */
  prefix?: string | undefined;
  /** A button at the end: show the password, clear the search. */
  end?: ReactNode;
  ref?: Ref<HTMLInputElement> | undefined;
}

/** One line of text, an address, a number, a date. */
export function TextField(props: TextFieldProps) {
  const { label, name, hint, error, required, hideLabel, className, prefix, end, ...input } = props;
  const field = { label, name, hint, error, required, hideLabel, className };
  return (
    <Field {...field}>
      {(control) => (
        <div className="relative flex">
          {prefix && (
            <span
              aria-hidden="true"
              className="flex items-center rounded-s-md border border-e-0 border-line-strong bg-sunken px-3 text-sm text-muted"
            >
              {prefix}
            </span>
          )}
          <input
            type="text"
            {...input}
            {...control}
            className={cx("control", prefix && "rounded-s-none", end !== undefined && "pe-11")}
          />
          {end !== undefined && (
            <span className="absolute inset-y-0 end-1 flex items-center">{end}</span>
          )}
        </div>
      )}
    </Field>
  );
}
