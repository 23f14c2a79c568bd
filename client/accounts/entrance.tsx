import type { ReactNode } from "react";
import { PageHeading } from "../ui/page-heading.tsx";

interface EntranceProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** Other ways, below the form. */
  otherwise?: ReactNode;
}

/** A page at the door: one short form, and where else to go. */
export function Entrance({ title, lead, children, otherwise }: EntranceProps) {
  return (
    <div className="mx-auto w-full max-w-md space-y-8 py-4 sm:py-10">
      <PageHeading lead={lead}>{title}</PageHeading>
      {children}
      {otherwise && (
        <div className="space-y-2 border-t border-line pt-5 text-[0.9375rem] text-muted">
          {otherwise}
        </div>
      )}
    </div>
  );
}
