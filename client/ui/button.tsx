import { Link, type LinkProps } from "@tanstack/react-router";
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { cx } from "./cx.ts";
import { Icon, type IconName } from "./icons.tsx";
import { Spinner } from "./spinner.tsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";

const variants: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-ink text-paper hover:not-disabled:not-aria-disabled:bg-accent hover:not-disabled:not-aria-disabled:text-accent-ink",
  secondary:
    "border-line-strong bg-surface text-ink hover:not-disabled:not-aria-disabled:border-ink hover:not-disabled:not-aria-disabled:bg-raised",
  quiet:
    "border-transparent bg-transparent text-ink hover:not-disabled:not-aria-disabled:bg-ink/8 aria-expanded:bg-ink/8",
  danger:
    "border-transparent bg-danger text-danger-ink hover:not-disabled:not-aria-disabled:brightness-90",
};
const sizes: Record<ButtonSize, string> = {
  small: "min-h-8 px-2.5 text-sm gap-1.5 compact:min-h-7",
  medium: "min-h-control px-4 text-[0.9375rem] gap-2",
  large: "min-h-12 px-6 text-lg gap-2.5",
};

interface Look {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: IconName | undefined;
  iconAfter?: IconName | undefined;
  className?: string | undefined;
}

/** The classes of a button, for the rare thing that must look like one. */
export function buttonClass({ variant = "secondary", size = "medium", className }: Look): string {
  return cx(
    "inline-flex items-center justify-center rounded-md border py-1 text-center font-medium leading-5",
    "transition-[background-color,border-color,color] duration-120 select-none no-underline",
    "disabled:opacity-55 aria-disabled:opacity-80",
    variants[variant],
    sizes[size],
    className,
  );
}

function Inside({ icon, iconAfter, size, children }: Look & { children: ReactNode }) {
  const pixels = size === "small" ? 16 : 18;
  return (
    <>
      {icon && <Icon name={icon} size={pixels} className="-ms-0.5" />}
      {children}
      {iconAfter && <Icon name={iconAfter} size={pixels} className="-me-0.5" />}
    </>
  );
}

export interface ButtonProps extends Look, ButtonHTMLAttributes<HTMLButtonElement> {
  /** At work: shows it, and takes no second press; keeps the focus, unlike `disabled`. */
  busy?: boolean | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** Does something. A place to go to is a `ButtonLink`. */
export function Button(props: ButtonProps) {
  const { variant, size, icon, iconAfter, busy, className, children, onClick, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || rest["aria-disabled"] || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={buttonClass({ variant, size, className })}
    >
      {busy && <Spinner />}
      <Inside icon={busy ? undefined : icon} iconAfter={iconAfter} size={size}>
        {children}
      </Inside>
    </button>
  );
}

/** Goes somewhere, and looks like a button. */
export function ButtonLink(props: LinkProps & Look & { children: ReactNode }) {
  const { variant, size, icon, iconAfter, className, children, ...link } = props;
  return (
    <Link {...link} className={buttonClass({ variant, size, className })}>
      <Inside icon={icon} iconAfter={iconAfter} size={size}>
        {children}
      </Inside>
    </Link>
  );
}

interface IconButtonProps extends Omit<ButtonProps, "icon" | "iconAfter" | "children"> {
  icon: IconName;
  /** What it does, in words: read aloud, and shown on hover. */
  label: string;
  /** A small count or mark at its corner. */
  mark?: ReactNode;
}

/** A button with a drawing only; its label is never left out. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, mark, variant = "quiet", size = "medium", busy, className, ...rest } = props;
  const square = size === "small" ? "size-8 compact:size-7" : "size-control min-w-9";
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      aria-busy={busy || undefined}
      {...rest}
      className={cx(buttonClass({ variant, size }), "relative p-0!", square, className)}
    >
      {busy ? <Spinner /> : <Icon name={icon} size={size === "small" ? 16 : 20} />}
      {mark}
    </button>
  );
}
