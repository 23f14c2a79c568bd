import { Link, type LinkProps, useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { Icon, type IconName } from "./icons.tsx";

interface TabsProps {
  /** What the tabs are about: the navigation's name. */
  label: string;
  children: ReactNode;
}

/** Moves a row that is wider than the screen so far that the place where one is stands in the middle. */
function useHereInSight() {
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const here = row.current?.querySelector("[aria-current]");
    if (!row.current || !here) return;
    const [frame, place] = [row.current.getBoundingClientRect(), here.getBoundingClientRect()];
    row.current.scrollLeft += place.left + place.width / 2 - (frame.left + frame.width / 2);
  }, [pathname]);
  return row;
}

/** Places beside each other. They are links: each has its address, and the back button works. */
export function Tabs({ label, children }: TabsProps) {
  const row = useHereInSight();
  return (
    <nav ref={row} aria-label={label} className="-mx-4 overflow-x-auto px-4 [scrollbar-width:none]">
      <ul className="flex min-w-max gap-0.5 border-b border-line">{children}</ul>
    </nav>
  );
}

/** The places within the tab that one is on. */
export function SubTabs({ label, children }: TabsProps) {
  const row = useHereInSight();
  return (
    <nav
      ref={row}
      aria-label={label}
      className="-mx-4 overflow-x-auto px-4 pt-2 [scrollbar-width:none]"
    >
      <ul className="flex min-w-max gap-1">{children}</ul>
    </nav>
  );
}

interface TabContentProps {
  children: ReactNode;
  icon?: IconName | undefined;
  /** How many things are there. */
  count?: number | undefined;
}

interface TabProps extends TabContentProps {
  /** The tab stands for several places, and one is at any of them. */
  here?: boolean;
}

function TabContent({ children, icon, count }: TabContentProps) {
  return (
    <>
      {icon && <Icon name={icon} size={18} />}
      {children}
      {count !== undefined && count > 0 && (
        <span className="text-sm font-normal text-muted tabular-nums">{count}</span>
      )}
    </>
  );
}

/** One place; marked by a bar and by `aria-current` while one is there. */
export function Tab({ children, icon, count, here = false, ...link }: LinkProps & TabProps) {
  return (
    <li>
      <Link
        {...link}
        {...(here && { "aria-current": "true" })}
        activeProps={{ "aria-current": "page" }}
        className="-mb-px flex min-h-11 items-center gap-2 border-b-3 border-transparent px-2.5 text-[0.9375rem] text-muted no-underline hover:border-line-strong hover:text-ink focus-visible:outline-offset-[-2px] aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink compact:min-h-9"
      >
        <TabContent icon={icon} count={count}>
          {children}
        </TabContent>
      </Link>
    </li>
  );
}

/** One place of those within a tab. */
export function SubTab({ children, icon, count, here = false, ...link }: LinkProps & TabProps) {
  return (
    <li>
      <Link
        {...link}
        {...(here && { "aria-current": "true" })}
        activeProps={{ "aria-current": "page" }}
        className="flex min-h-11 items-center gap-2 rounded-md px-2.5 text-[0.9375rem] text-muted no-underline hover:bg-ink/8 hover:text-ink focus-visible:outline-offset-[-2px] aria-[current]:bg-ink/8 aria-[current]:font-semibold aria-[current]:text-ink compact:min-h-9"
      >
        <TabContent icon={icon} count={count}>
          {children}
        </TabContent>
      </Link>
    </li>
  );
}
