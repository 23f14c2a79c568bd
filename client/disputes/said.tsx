import type { ReactNode } from "react";

/** What somebody wrote, as they wrote it. */
export function Said({ children }: { children: string }) {
  return (
    <p dir="auto" className="max-w-measure wrap-anywhere whitespace-pre-wrap">
      {children}
    </p>
  );
}

interface PartProps {
  /** Where links lead to. */
  id: string;
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of the page of a case. */
export function Part({ id, title, aside, children }: PartProps) {
  return (
    <section aria-labelledby={`${id}-title`} id={id} className="scroll-mt-20 space-y-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`${id}-title`} className="text-2xl">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
