import { type ReactNode, useEffect, useRef } from "react";
import { ClaimComposer } from "./claim-composer.tsx";
import { EditClaim } from "./edit-claim.tsx";
import { EditPosition } from "./edit-position.tsx";
import { EvidenceComposer } from "./evidence-composer.tsx";
import { History } from "./history.tsx";
import { RatePanel } from "./rate-panel.tsx";
import { ReviewPanel } from "./review-panel.tsx";
import { useOutline } from "./outline-context.ts";
import type { Task } from "./state.ts";
import type { ClaimNode, OutlineNode } from "./tree.ts";
import { WhyPanel } from "./why-panel.tsx";
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

/** Adding, correcting and reviewing a source, which may be taken away while somebody does so. */
function SourcePanel({ node, task }: { node: ClaimNode; task: Task }) {
  const { evidence } = useOutline();
  const claimId = node.claim.id;
  if (!("evidenceId" in task)) return <EvidenceComposer claimId={claimId} />;
  const { evidenceId } = task;
  if (task.kind !== "review") return <EvidenceComposer claimId={claimId} evidenceId={evidenceId} />;
  const source = evidence.get(claimId)?.find(({ id }) => id === evidenceId);
  return source && <ReviewPanel key={source.id} source={source} />;
}

function Editor({ node }: { node: OutlineNode }) {
  if (node.kind === "position") return <EditPosition position={node.position} />;
  return <EditClaim claim={node.claim} />;
}

function panelFor(task: Task, node: OutlineNode): ReactNode {
  switch (task.kind) {
    case "claim":
      return <ClaimComposer key={node.id} node={node} side={task.side} />;
    case "history":
      return <History node={node} />;
    case "why":
      return <WhyPanel node={node} />;
    case "withdraw":
      return <WithdrawPanel node={node} />;
    case "edit":
      return <Editor node={node} />;
    case "rate":
    case "object":
    case "evidence":
    case "edit-evidence":
    case "review":
      return node.kind === "claim" && claimPanelFor(task, node);
  }
}

/** What is done at claims alone. */
function claimPanelFor(task: Task, node: ClaimNode): ReactNode {
  if (task.kind === "rate") return <RatePanel node={node} />;
  if (task.kind === "object") return <ClaimComposer node={node} side="con" isObjection />;
  return <SourcePanel node={node} task={task} />;
}
