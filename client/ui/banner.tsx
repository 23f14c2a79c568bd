import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon, type IconName } from "./icons.tsx";

interface BannerProps {
  tone: "info" | "warn" | "danger";
  children: ReactNode;
  icon?: IconName | undefined;
  /** What can be done about it. */
  action?: ReactNode;
  /** The stripe across the whole page, or a box in it. */
  wide?: boolean | undefined;
}

const tones = {
  info: { look: "bg-accent-soft border-accent", icon: "info" },
  warn: { look: "bg-warn-soft border-warn", icon: "warning" },
  danger: { look: "bg-danger-soft border-danger", icon: "warning" },
} as const;

/** Something about the whole page: offline, no longer a member, an address to confirm. */
export function Banner({ tone, children, icon, action, wide }: BannerProps) {
  const { look, icon: usual } = tones[tone];
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      data-no-print
      className={cx(look, wide ? "border-b-2" : "rounded-md border-s-4")}
    >
      <div
        className={cx(
          "flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5 text-[0.9375rem]",
          wide ? "mx-auto max-w-page px-4 sm:px-6" : "px-4",
        )}
      >
        <span className="flex min-w-0 flex-1 basis-60 items-start gap-2.5">
          <Icon name={icon ?? usual} className="mt-0.5" />
          <span className="min-w-0">{children}</span>
        </span>
        {action}
      </div>
    </div>
  );
}
