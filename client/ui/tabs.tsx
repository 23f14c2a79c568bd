import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons.tsx";

interface TabsProps {
  /** What the tabs are about: the navigation's name. */
  label: string;
  children: ReactNode;
}

/** Places beside each other. They are links: each has its address, and the back button works. */
export function Tabs({ label, children }: TabsProps) {
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto px-4 [scrollbar-width:none]">
      <ul className="flex min-w-max gap-0.5 border-b border-line">{children}</ul>
    </nav>
  );
}

interface TabProps {
  children: ReactNode;
  icon?: IconName | undefined;
  /** How many things are there. */
  count?: number | undefined;
}

/** One place; marked by a bar and by `aria-current` while one is there. */
export function Tab({ children, icon, count, ...link }: LinkProps & TabProps) {
  return (
    <li>
      <Link
        {...link}
        activeProps={{ "aria-current": "page" }}
        className="-mb-px flex min-h-11 items-center gap-2 border-b-3 border-transparent px-2.5 text-[0.9375rem] text-muted no-underline hover:border-line-strong hover:text-ink focus-visible:outline-offset-[-2px] aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink compact:min-h-9"
      >
        {icon && <Icon name={icon} size={18} />}
        {children}
        {count !== undefined && count > 0 && (
          <span className="text-sm font-normal text-muted tabular-nums">{count}</span>
        )}
      </Link>
    </li>
  );
}
