import { cx } from "./cx.ts";

/** Two sides facing each other, and the question between them. */
export function Logo({ size = 28, className }: { size?: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      aria-hidden="true"
      className={cx("shrink-0", className)}
    >
      <g fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round">
        <path d="M11.4 4.9A12 12 0 0 0 11.4 27.1" />
        <path d="M20.6 4.9A12 12 0 0 1 20.6 27.1" />
      </g>
      <circle cx="16" cy="16" r="4" className="fill-accent" />
    </svg>
  );
}

/** The name, set as a heading would be. */
export function Wordmark({ compact = false }: { compact?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2 text-ink">
      <Logo />
      <span
        dir="ltr"
        className={cx(
          "font-serif text-[1.375rem] leading-8 font-semibold tracking-[-0.015em]",
          compact && "max-sm:sr-only",
        )}
      >
        Folkmoot
      </span>
    </span>
  );
}
