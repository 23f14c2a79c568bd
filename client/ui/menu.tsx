import { Link, type LinkProps } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { cx } from "./cx.ts";
import { Icon, type IconName } from "./icons.tsx";
import { stepTo } from "./menu-keys.ts";
import { placePopover } from "./popover-place.ts";

export interface MenuTriggerProps {
  "aria-haspopup": "menu";
  "aria-expanded": boolean;
  "aria-controls": string;
  popoverTarget: string;
}

interface MenuProps {
  /** The button; spread the props onto it. */
  trigger: (props: MenuTriggerProps) => ReactNode;
  /** What the menu is about, for those who listen. */
  label: string;
  /** Drawn only while open. */
  children: ReactNode;
  align?: "start" | "end";
}

const itemsOf = (menu: HTMLElement) => [
  ...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])'),
];

/** A list of things to do, under a button. The browser's popover: closes on Escape and on a press elsewhere. */
export function Menu({ trigger, label, children, align = "end" }: MenuProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);

  const onOpened = () => {
    const box = menu.current;
    const anchor = document.querySelector(`[popovertarget="${CSS.escape(id)}"]`);
    if (!box || !anchor) return;
    placePopover(anchor, box, align);
    itemsOf(box)[0]?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const items = itemsOf(event.currentTarget);
    if (event.key === "Tab") event.currentTarget.hidePopover();
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = stepTo(
      event.key,
      at,
      items.map((item) => item.textContent ?? ""),
    );
    if (next === null) return;
    event.preventDefault();
    items[next]?.focus();
  };
  return (
    <>
      {trigger({
        "aria-haspopup": "menu",
        "aria-expanded": open,
        "aria-controls": id,
        popoverTarget: id,
      })}
      <div
        id={id}
        ref={menu}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onBeforeToggle={(event) => event.newState === "open" && setOpen(true)}
        onToggle={(event) => (event.newState === "open" ? onOpened() : setOpen(false))}
        onKeyDown={onKey}
        onClick={(event) => {
          const item = (event.target as Element).closest('[role^="menuitem"]');
          if (item && item.getAttribute("aria-disabled") !== "true") menu.current?.hidePopover();
        }}
        className="min-w-52 max-w-80 overflow-y-auto rounded-md border border-line bg-raised p-1.5 text-ink shadow-high"
      >
        {open && children}
      </div>
    </>
  );
}

const item =
  "flex w-full items-center gap-3 rounded-sm px-3 py-2 text-start text-[0.9375rem] leading-5 no-underline " +
  "hover:bg-ink/8 focus-visible:bg-ink/8 focus-visible:outline-offset-[-2px] aria-disabled:text-muted";

interface ItemLook {
  icon?: IconName | undefined;
  children: ReactNode;
  /** Says why a thing can't be done now, under it. */
  hint?: ReactNode;
}

function ItemInside({ icon, children, hint }: ItemLook) {
  return (
    <>
      {icon && <Icon name={icon} size={18} className="text-muted" />}
      <span className="min-w-0 flex-1">
        {children}
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </span>
    </>
  );
}

interface MenuItemProps extends ItemLook {
  onSelect: () => void;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
}

/** Something to do. */
export function MenuItem({ onSelect, danger, disabled, ...look }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onSelect}
      className={cx(item, danger && "text-danger")}
    >
      <ItemInside {...look} />
    </button>
  );
}

/** Somewhere to go. */
export function MenuLink({ icon, children, hint, ...link }: LinkProps & ItemLook) {
  return (
    <Link {...link} role="menuitem" tabIndex={-1} className={item}>
      <ItemInside icon={icon} hint={hint}>
        {children}
      </ItemInside>
    </Link>
  );
}

interface MenuDownloadProps extends ItemLook {
  /** Where the file is. */
  href: string;
  disabled?: boolean | undefined;
}

/** A file to take away. */
export function MenuDownload({ href, disabled, ...look }: MenuDownloadProps) {
  return (
    <a
      // Without an address it is no link, and does nothing.
      href={disabled ? undefined : href}
      download
      role="menuitem"
      tabIndex={-1}
      aria-disabled={disabled || undefined}
      className={item}
    >
      <ItemInside {...look} />
    </a>
  );
}

interface MenuChoiceProps extends ItemLook {
  checked: boolean;
  onSelect: () => void;
  lang?: string | undefined;
}

/** One of several states. */
export function MenuChoice({ checked, onSelect, lang, ...look }: MenuChoiceProps) {
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={checked}
      tabIndex={-1}
      lang={lang}
      onClick={onSelect}
      className={item}
    >
      <ItemInside {...look} />
      <Icon name="check" size={18} className={checked ? "text-accent" : "invisible"} />
    </button>
  );
}

/** A named part of a menu. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <div
      role="group"
      aria-labelledby={id}
      className="not-first:mt-1.5 not-first:border-t not-first:border-line not-first:pt-1.5"
    >
      <div id={id} role="presentation" className="px-3 py-1 text-xs font-medium text-muted">
        {label}
      </div>
      {children}
    </div>
  );
}
