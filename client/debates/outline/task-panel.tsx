import { lazy, Suspense } from "react";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useRowHere } from "./outline-context.ts";
import type { OutlineNode } from "./tree.ts";

const Panel = lazy(async () => ({ default: (await import("./panels.tsx")).Panel }));

/** What the reader is doing at this node, right under it: nothing opens over the page. */
export function TaskPanel({ node }: { node: OutlineNode }) {
  const { task } = useRowHere();
  if (!task) return null;
  return (
    <div data-no-print className="mt-3 mb-2 rounded-lg border border-line-strong bg-raised p-4">
      <Suspense fallback={<Skeleton shape="text" count={2} />}>
        <Panel task={task} node={node} />
      </Suspense>
    </div>
  );
}
