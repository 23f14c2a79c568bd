import { type ReactNode, useId } from "react";

interface PartProps {
  title: string;
  lead?: string | undefined;
  children: ReactNode;
}

/** One section of a page about power. */
export function Part({ title, lead, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 space-y-3">
      <h3 id={id} className="text-xl">
        {title}
      </h3>
      {lead && <p className="max-w-measure text-muted text-pretty">{lead}</p>}
      {children}
    </section>
  );
}
