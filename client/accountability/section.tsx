import { type ReactNode, useId } from "react";

interface SectionProps {
  title: string;
  lead?: string | undefined;
  children: ReactNode;
}

/** One chapter of the page. */
export function Section({ title, lead, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 space-y-4">
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      {lead && <p className="max-w-measure text-muted text-pretty">{lead}</p>}
      {children}
    </section>
  );
}
