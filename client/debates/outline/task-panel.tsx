import type { ReactNode } from "react";
import { ClaimComposer } from "./claim-composer.tsx";
import { EditClaim } from "./edit-claim.tsx";
import { EditPosition } from "./edit-position.tsx";
import { EvidenceComposer } from "./evidence-composer.tsx";
import { History } from "./history.tsx";
import { useOutline } from "./outline-context.ts";
import { RatePanel } from "./rate-panel.tsx";
import type { Task } from "./state.ts";
import type { OutlineNode } from "./tree.ts";
import { WithdrawPanel } from "./withdraw-panel.tsx";

function panelFor(task: Task, node: OutlineNode): ReactNode {
  switch (task.kind) {
    case "claim":
      return <ClaimComposer key={node.id} node={node} side={task.side} />;
    case "edit":
      return node.kind === "claim" ? (
        <EditClaim claim={node.claim} />
      ) : (
        <EditPosition position={node.position} />
      );
    case "history":
      return <History node={node} />;
    case "withdraw":
      return <WithdrawPanel node={node} />;
    case "evidence":
      return node.kind === "claim" && <EvidenceComposer claimId={node.claim.id} />;
    case "edit-evidence":
      return (
        node.kind === "claim" && (
          <EvidenceComposer claimId={node.claim.id} evidenceId={task.evidenceId} />
        )
      );
    case "rate":
      return node.kind === "claim" && <RatePanel node={node} />;
  }
}

/** What the reader is doing at this node, right under it: nothing opens over the page. */
export function TaskPanel({ node }: { node: OutlineNode }) {
  const { state } = useOutline();
  const { task } = state;
  if (task?.nodeId !== node.id) return null;
  return (
    <div data-no-print className="mt-3 mb-2 rounded-lg border border-line-strong bg-raised p-4">
      {panelFor(task, node)}
    </div>
  );
}
