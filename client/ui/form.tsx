import type { TFunction } from "i18next";
import { type FormEvent, type ReactNode, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../lib/api.ts";
import { cx } from "./cx.ts";
import { type FieldErrors, FormContext } from "./field.tsx";
import { FormErrors } from "./form-errors.tsx";
import { reasonInWords } from "./problem-text.ts";

type Complaints = ReadonlyMap<string, string>;
const none: Complaints = new Map();

/** `#/body/rules/0/text` is the field `rules.0.text`. */
export function nameOfPointer(pointer: string): string {
  return pointer
    .replace(/^#?\/(body|params|query)\/?/, "")
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");
}

function complaintsOf(error: unknown, t: TFunction): Complaints {
  if (!(error instanceof ApiError)) return none;
  const said = new Map<string, string>();
  for (const entry of error.problem.errors ?? []) {
    const name = nameOfPointer(entry.pointer);
    const before = said.get(name);
    const words = reasonInWords(entry, t) ?? entry.detail;
    // Much can be wrong with one field, as with the lines of a table.
    said.set(name, before === undefined ? words : `${before}\n${words}`);
  }
  return said;
}

/** What the browser itself finds missing or malformed, in words of ours. */
function useNativeComplaints() {
  const { t } = useTranslation("ui");
  return (form: HTMLFormElement): Complaints => {
    const found = new Map<string, string>();
    for (const control of form.elements) {
      const field = control as HTMLInputElement;
      if (!field.name || !field.willValidate || field.validity.valid || found.has(field.name)) {
        continue;
      }
      const { valueMissing, typeMismatch, tooShort } = field.validity;
      const key = valueMissing ? "missing" : typeMismatch ? field.type : tooShort ? "short" : "bad";
      found.set(
        field.name,
        t(`invalid.${key}`, { count: field.minLength, defaultValue: field.validationMessage }),
      );
    }
    return found;
  };
}

interface FormProps {
  children: ReactNode;
  /** The failure of the last try, as the mutation has it. Its pointers find the fields by their names. */
  error?: unknown;
  /** Called when the browser finds nothing wrong. */
  onSubmit: (data: FormData, form: HTMLFormElement) => void;
  className?: string | undefined;
  label?: string | undefined;
}

/** A form whose errors stand at their fields, and in a list above them that takes the focus. */
export function Form({ children, error, onSubmit, className, label }: FormProps) {
  const { t } = useTranslation("ui");
  const id = useId();
  const nativeComplaints = useNativeComplaints();
  const [found, setFound] = useState<Complaints>(none);
  const said = useMemo(() => complaintsOf(error, t), [error, t]);
  const complaints = found.size > 0 ? found : said;

  const fields = useMemo<FieldErrors>(
    () => ({ of: (name) => complaints.get(name), idOf: (name) => `${id}-${name}` }),
    [complaints, id],
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const faults = nativeComplaints(event.currentTarget);
    setFound(faults);
    if (faults.size === 0) onSubmit(new FormData(event.currentTarget), event.currentTarget);
  };

  return (
    <FormContext value={fields}>
      <form
        noValidate
        onSubmit={submit}
        aria-label={label}
        className={cx("space-y-5 compact:space-y-3", className)}
      >
        <FormErrors
          error={found.size > 0 ? undefined : error}
          complaints={complaints}
          idOf={fields.idOf}
        />
        {children}
      </form>
    </FormContext>
  );
}

/** The buttons under a form; the main one first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3 pt-1">{children}</div>;
}
