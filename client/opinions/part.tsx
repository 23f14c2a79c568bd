import type { ReactNode } from "react";

/** A part of a page about opinions, with what it is about. */
export function Part(props: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="min-w-0 space-y-4">
      <header className="break-after-avoid">
        <h3 className="text-xl">{props.title}</h3>
        {props.lead && <p className="max-w-measure text-muted text-pretty">{props.lead}</p>}
      </header>
      {props.children}
    </section>
  );
}
