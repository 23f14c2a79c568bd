import { type ReactNode, useEffect, useRef } from "react";
import { ClaimComposer } from "./claim-composer.tsx";
import { EditClaim } from "./edit-claim.tsx";
import { EditPosition } from "./edit-position.tsx";
import { EvidenceComposer } from "./evidence-composer.tsx";
import { History } from "./history.tsx";
import { RatePanel } from "./rate-panel.tsx";
import type { Task } from "./state.ts";
import type { OutlineNode } from "./tree.ts";
import { WithdrawPanel } from "./withdraw-panel.tsx";

interface PanelProps {
  task: Task;
  node: OutlineNode;
}

/** What the reader is doing at a node. Fetched once somebody does something: most people read. */
export function Panel({ task, node }: PanelProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: "nearest" }), [task]);
  return (
    <div ref={box} className="scroll-mt-28 scroll-mb-10">
      {panelFor(task, node)}
    </div>
  );
}

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
