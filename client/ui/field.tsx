import { createContext, type ReactNode, use, useId } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./cx.ts";
import { Icon } from "./icons.tsx";

/** What a form knows about its fields; see `form.tsx`. */
export interface FieldErrors {
  /** The complaint about a field, by its name. */
  of(name: string): string | undefined;
  /** The id that a field's control has in this form. */
  idOf(name: string): string;
}
export const FormContext = createContext<FieldErrors | null>(null);

export interface FieldProps {
  label: ReactNode;
  /** Its place in the request body: `email`, `rules.0.text`. Errors of the server find it by this. */
  name?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean | undefined;
  /** The label is for listeners only: the place says it to those who look. */
  hideLabel?: boolean | undefined;
  className?: string | undefined;
}

/** The attributes that tie a control to its label, hint and error. */
export interface ControlIds {
  id: string;
  name: string | undefined;
  required: boolean | undefined;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
}

/** Ids and error of one field, inside a form or outside. */
export function useField({ name, hint, error, required }: FieldProps) {
  const own = useId();
  const form = use(FormContext);
  const id = name && form ? form.idOf(name) : own;
  const complaint = error ?? (name ? form?.of(name) : undefined);
  const described = cx(hint ? `${id}-hint` : "", complaint ? `${id}-error` : "");
  const control: ControlIds = {
    id,
    name,
    required,
    "aria-invalid": complaint ? true : undefined,
    "aria-describedby": described || undefined,
  };
  return { control, complaint };
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <p id={`${id}-hint`} className="mt-0.5 text-sm text-muted">
      {children}
    </p>
  ) : null;
}

export function FieldError({ id, children }: { id: string; children: string | undefined }) {
  return children ? (
    <p id={`${id}-error`} className="mt-1.5 flex gap-1.5 text-sm font-medium text-danger">
      <Icon name="warning" size={16} className="mt-0.5" />
      <span className="whitespace-pre-line">{children}</span>
    </p>
  ) : null;
}

/** In a form: says which fields may stay empty; to be filled in is the rule. */
function Optional({ name, required }: Pick<FieldProps, "name" | "required">) {
  const { t } = useTranslation("ui");
  const isInForm = use(FormContext) !== null;
  if (required || !name || !isInForm) return null;
  return <span className="ms-1.5 font-normal text-muted">{t("optional")}</span>;
}

interface FieldFrame extends FieldProps {
  children: (control: ControlIds) => ReactNode;
}

/** Label above, hint below it, control, error under the control. */
export function Field({ children, ...props }: FieldFrame) {
  const { control, complaint } = useField(props);
  return (
    <div className={props.className}>
      <label
        htmlFor={control.id}
        className={props.hideLabel ? "sr-only" : "block text-[0.9375rem] font-medium"}
      >
        {props.label}
        <Optional name={props.name} required={props.required} />
      </label>
      <Hint id={control.id}>{props.hint}</Hint>
      <div className={props.hideLabel ? "" : "mt-1.5"}>{children(control)}</div>
      <FieldError id={control.id}>{complaint}</FieldError>
    </div>
  );
}

/** The same for a group of controls. */
export function FieldSet({
  children,
  ...props
}: FieldProps & { children: (control: ControlIds) => ReactNode }) {
  const { control, complaint } = useField(props);
  return (
    <fieldset
      id={control.id}
      tabIndex={-1}
      aria-describedby={control["aria-describedby"]}
      className={cx("min-w-0", props.className)}
    >
      <legend className={props.hideLabel ? "sr-only" : "text-[0.9375rem] font-medium"}>
        {props.label}
        <Optional name={props.name} required={props.required} />
      </legend>
      <Hint id={control.id}>{props.hint}</Hint>
      <div className={props.hideLabel ? "" : "mt-1.5"}>{children(control)}</div>
      <FieldError id={control.id}>{complaint}</FieldError>
    </fieldset>
  );
}
