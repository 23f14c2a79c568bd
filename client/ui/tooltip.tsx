import { type ReactNode, useEffect, useId, useRef } from "react";
import { placePopover } from "./popover-place.ts";

interface TooltipProps {
  /** A few words more; never the only place where something is said. */
  text: ReactNode;
  /** What it is about. Gets the `aria-describedby`. */
  children: (props: { "aria-describedby": string }) => ReactNode;
}

const patience = 350;

/** Words that appear on hover and on focus, and go on Escape. */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const show = (anchor: Element, after: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const bubble = box.current;
      if (!bubble) return;
      bubble.showPopover();
      placePopover(anchor.firstElementChild ?? anchor, bubble, "middle");
    }, after);
  };
  const hide = () => {
    window.clearTimeout(timer.current);
    box.current?.hidePopover();
  };
  return (
    <span
      className="inline-flex"
      onPointerEnter={(event) =>
        event.pointerType === "mouse" && show(event.currentTarget, patience)
      }
      onPointerLeave={hide}
      onFocus={(event) => show(event.currentTarget, 0)}
      onBlur={hide}
      onKeyDown={(event) => event.key === "Escape" && hide()}
    >
      {children({ "aria-describedby": id })}
      <span
        id={id}
        ref={box}
        role="tooltip"
        popover="manual"
        className="max-w-72 rounded-sm bg-ink px-2.5 py-1.5 text-sm text-paper shadow-high"
      >
        {text}
      </span>
    </span>
  );
}
