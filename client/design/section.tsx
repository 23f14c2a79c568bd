import { type ReactNode, useId } from "react";

/** One chapter of the design page. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-6 border-t border-line pt-6 lg:grid-cols-[12rem_minmax(0,1fr)]"
    >
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      <div className="space-y-8">{children}</div>
    </section>
  );
}

/** Things of one kind side by side. */
export function Row({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <div>
      {label && <p className="eyebrow mb-3">{label}</p>}
      <div className="flex flex-wrap items-center gap-3">{children}</div>
    </div>
  );
}
