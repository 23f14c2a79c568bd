import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon, type IconName } from "./icons.tsx";

export type Tone = "plain" | "accent" | "pro" | "con" | "good" | "warn" | "danger";

const tones: Record<Tone, string> = {
  plain: "border-line bg-sunken text-muted",
  accent: "border-accent/30 bg-accent-soft text-accent",
  pro: "border-pro/30 bg-pro-soft text-pro",
  con: "border-con/30 bg-con-soft text-con",
  good: "border-good/30 bg-good-soft text-good",
  warn: "border-warn/30 bg-warn-soft text-warn",
  danger: "border-danger/30 bg-danger-soft text-danger",
};

interface BadgeProps {
  children: ReactNode;
  tone?: Tone | undefined;
  icon?: IconName | undefined;
  className?: string | undefined;
}

/** A word about a thing: its state, its kind. */
export function Badge({ children, tone = "plain", icon, className }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 font-sans text-[0.8125rem] leading-5 font-medium whitespace-nowrap",
        tones[tone],
        className,
      )}
    >
      {icon && <Icon name={icon} size={14} className="-ms-0.5" />}
      {children}
    </span>
  );
}

/** A number that asks to be seen: unread things. Its meaning is in the label of what it sits on. */
export function CountMark({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span
      aria-hidden="true"
      className="absolute -end-0.5 -top-0.5 grid min-w-[1.125rem] place-items-center rounded-full bg-accent px-1 text-[0.6875rem] leading-[1.125rem] font-semibold text-accent-ink tabular-nums"
    >
      {count > 99 ? "99+" : count}
    </span>
  );
}
