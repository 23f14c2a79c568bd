import type { ReactNode, Ref, SelectHTMLAttributes } from "react";
import { Field, type FieldProps } from "./field.tsx";
import { Icon } from "./icons.tsx";

type Native = Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps | "className">;
interface SelectProps extends FieldProps, Native {
  /** `<option>`s; the browser's own list suits every device. */
  children: ReactNode;
  ref?: Ref<HTMLSelectElement> | undefined;
}

/** One of a few named things. */
export function Select(props: SelectProps) {
  const { label, name, hint, error, required, hideLabel, className, children, ...select } = props;
  const field = { label, name, hint, error, required, hideLabel, className };
  return (
    <Field {...field}>
      {(control) => (
        <div className="relative">
          <select {...select} {...control} className="control appearance-none pe-10">
            {children}
          </select>
          <Icon
            name="down"
            size={18}
            className="pointer-events-none absolute inset-y-0 end-3 my-auto text-muted"
          />
        </div>
      )}
    </Field>
  );
}
