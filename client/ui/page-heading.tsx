import { type ReactNode, useEffect, useRef } from "react";
import { cx } from "./cx.ts";

let awaited = false;

/** Called by the shell when one goes to another page: the next heading that appears takes the focus, and is read aloud. */
export function awaitHeading(): void {
  awaited = true;
}

/** Whether the page one went to has not shown a heading of its own. */
export function isHeadingAwaited(): boolean {
  return awaited;
}

interface PageHeadingProps {
  /** Also the title of the window. */
  children: string;
  /** Small words above it: where one is. */
  eyebrow?: ReactNode;
  /** A sentence or a line of facts below it. */
  lead?: ReactNode;
  /** Buttons at its end. */
  actions?: ReactNode;
  /** For questions of debates: larger than page names. */
  large?: boolean | undefined;
  lang?: string | undefined;
}

/** The h1 of a page. One per page; names the window, and gets the focus after navigation. */
export function PageHeading(props: PageHeadingProps) {
  const { children, eyebrow, lead, actions, large, lang } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} · Folkmoot`;
  }, [children]);
  useEffect(() => {
    if (!awaited) return;
    awaited = false;
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 max-w-4xl flex-1 basis-80">
        {eyebrow && <div className="eyebrow mb-2">{eyebrow}</div>}
        <h1
          ref={heading}
          tabIndex={-1}
          data-page-heading
          lang={lang}
          className={cx("font-semibold text-balance", large ? "text-4xl" : "text-3xl")}
        >
          <bdi>{children}</bdi>
        </h1>
        {lead && <div className="mt-3 max-w-measure text-lg text-muted">{lead}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
