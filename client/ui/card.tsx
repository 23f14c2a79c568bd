import type { ReactNode } from "react";
import { cx } from "./cx.ts";

interface CardProps {
  children: ReactNode;
  /** `article` for a thing with a life of its own, `section` for a part of the page. */
  as?: "article" | "section" | "div" | "li";
  /** The whole card leads to its first link (give that link the class `stretched`). */
  linked?: boolean | undefined;
  className?: string | undefined;
  "aria-labelledby"?: string | undefined;
}

/** A sheet of its own on the page. */
export function Card({ children, as: Element = "div", linked, className, ...rest }: CardProps) {
  return (
    <Element
      {...rest}
      className={cx(
        "relative rounded-lg border border-line bg-surface p-card",
        linked &&
          "transition-[border-color,box-shadow] duration-150 focus-within:border-line-strong hover:border-line-strong hover:shadow-low [&_.stretched]:after:absolute [&_.stretched]:after:inset-0 [&_.stretched]:after:rounded-lg",
        className,
      )}
    >
      {children}
    </Element>
  );
}
