import type { ReactNode } from "react";

/** One of the facts in a `dl`: what it is, and beside it what is known of it. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-0.5 border-line py-row print:py-1 not-first:border-t sm:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
