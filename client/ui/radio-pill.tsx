import type { ReactNode } from "react";
import { cx } from "./cx.ts";

interface RadioPillProps {
  /** Of the group. */
  name: string;
  value: string;
  checked: boolean;
  onChange: () => void;
  describedBy?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** One of a few short choices that stand beside each other. */
export function RadioPill(props: RadioPillProps) {
  const { name, value, checked, onChange, describedBy, className, children } = props;
  return (
    <label
      className={cx(
        "relative grid min-h-control place-items-center rounded-md border border-line-strong bg-surface text-[0.9375rem] font-medium tabular-nums",
        "hover:border-ink has-checked:border-accent has-checked:bg-accent has-checked:text-accent-ink has-disabled:opacity-60",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
        className,
      )}
    >
      <input
        type="radio"
        name={name}
        value={value}
        checked={checked}
        onChange={onChange}
        aria-describedby={describedBy}
        className="absolute inset-0 cursor-pointer opacity-0"
      />
      {children}
    </label>
  );
}
