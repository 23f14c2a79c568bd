import { type ReactNode, useId } from "react";

interface PartProps {
  title: string;
  /** Of its heading: 2 where it stands right below the page's. */
  level?: 2 | 3;
  lead?: string | undefined;
  children: ReactNode;
}

/** One section of a page about power. */
export function Part({ title, level = 3, lead, children }: PartProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section aria-labelledby={id} className="min-w-0 space-y-3">
      <Heading id={id} className="text-xl">
        {title}
      </Heading>
      {lead && <p className="max-w-measure text-muted text-pretty">{lead}</p>}
      {children}
    </section>
  );
}
