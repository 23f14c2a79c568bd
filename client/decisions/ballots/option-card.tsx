import type { ReactNode } from "react";
import { cx } from "../../ui/cx.ts";
import { FieldError } from "../../ui/field.tsx";

interface OptionCardProps {
  /** The id of the control, and of what is said about it. */
  id: string;
  title: string;
  /** What choosing it means. */
  hint?: string | undefined;
  /** A radio button or a checkbox. */
  control: ReactNode;
  fault: string | undefined;
}

/** One option as a card, all of which can be pressed. */
export function OptionCard({ id, title, hint, control, fault }: OptionCardProps) {
  return (
    <div>
      <label
        htmlFor={id}
        className={cx(
          "flex min-h-14 items-center gap-4 rounded-lg border bg-surface px-4 py-3 transition-colors duration-120",
          "has-checked:border-accent has-checked:bg-accent-soft has-enabled:hover:border-ink",
          "has-checked:inset-ring-1 has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
          fault ? "border-danger" : "border-line-strong",
        )}
      >
        {control}
        <span className="min-w-0 flex-1">
          <span dir="auto" className="block font-serif text-lg leading-7">
            {title}
          </span>
          {hint && <span className="block text-sm text-muted">{hint}</span>}
        </span>
      </label>
      <FieldError id={id}>{fault}</FieldError>
    </div>
  );
}

/** Ties a control to what is wrong with it. */
export function faultProps(id: string, fault: string | undefined) {
  return fault
    ? ({ "aria-invalid": true, "aria-describedby": `${id}-error` } as const)
    : ({} as const);
}
