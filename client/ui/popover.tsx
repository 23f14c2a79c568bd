import { type ReactNode, useId, useRef, useState } from "react";
import { placePopover } from "./popover-place.ts";

export interface PopoverTriggerProps {
  "aria-haspopup": "dialog";
  "aria-expanded": boolean;
  "aria-controls": string;
  popoverTarget: string;
}

interface PopoverProps {
  /** The button; spread the props onto it. */
  trigger: (props: PopoverTriggerProps) => ReactNode;
  label: string;
  /** Drawn only while open; gets a function that closes it. */
  children: (close: () => void) => ReactNode;
  align?: "start" | "end";
}

/** A panel under its button; closes on Escape and on a press elsewhere. For lists of things to do there is `Menu`. */
export function Popover({ trigger, label, children, align = "end" }: PopoverProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const onOpened = () => {
    const anchor = document.querySelector(`[popovertarget="${CSS.escape(id)}"]`);
    if (!panel.current || !anchor) return;
    placePopover(anchor, panel.current, align);
    panel.current.focus();
  };
  return (
    <>
      {trigger({
        "aria-haspopup": "dialog",
        "aria-expanded": open,
        "aria-controls": id,
        popoverTarget: id,
      })}
      <div
        id={id}
        ref={panel}
        popover="auto"
        role="dialog"
        aria-label={label}
        tabIndex={-1}
        onBeforeToggle={(event) => event.newState === "open" && setOpen(true)}
        onToggle={(event) => (event.newState === "open" ? onOpened() : setOpen(false))}
        className="w-[min(24rem,calc(100vw-1rem))] overflow-y-auto rounded-md border border-line bg-raised text-ink shadow-high outline-none"
      >
        {open && children(() => document.getElementById(id)?.hidePopover())}
      </div>
    </>
  );
}
