import { type ReactNode, useEffect, useRef } from "react";
import { CuratePanel } from "../../curation/public.ts";
import { CommentPanel } from "../comments/comment-panel.tsx";
import { MarkPanel } from "../marks/mark-panel.tsx";
import { SuggestPanel } from "../suggestions/suggest-panel.tsx";
import { SuggestionList } from "../suggestions/suggestion-list.tsx";
import { ArrangePanel } from "./arrange/arrange-panel.tsx";
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
      {panels[task.kind](node, task)}
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

type Draw<N extends OutlineNode> = (node: N, task: Task) => ReactNode;

const ofClaim =
  (draw: Draw<ClaimNode>): Draw<OutlineNode> =>
  (node, task) =>
    node.kind === "claim" && draw(node, task);
const source = ofClaim((node, task) => <SourcePanel node={node} task={task} />);

const panels: Record<Task["kind"], Draw<OutlineNode>> = {
  claim: (node, task) =>
    task.kind === "claim" && <ClaimComposer key={node.id} node={node} side={task.side} />,
  history: (node) => <History node={node} />,
  why: (node) => <WhyPanel node={node} />,
  withdraw: (node) => <WithdrawPanel node={node} />,
  edit: (node) => <Editor node={node} />,
  rate: ofClaim((node) => <RatePanel node={node} />),
  object: ofClaim((node) => <ClaimComposer node={node} side="con" isObjection />),
  arrange: ofClaim((node) => <ArrangePanel key={node.id} node={node} />),
  curate: (node) => <CuratePanel key={node.id} node={node} />,
  comments: ofClaim(({ claim }) => <CommentPanel key={claim.id} claim={claim} />),
  mark: ofClaim(({ claim }) => <MarkPanel key={claim.id} claim={claim} />),
  suggest: ofClaim(({ claim }) => <SuggestPanel key={claim.id} claim={claim} />),
  suggestions: ofClaim(({ claim }) => <SuggestionList claim={claim} />),
  evidence: source,
  "edit-evidence": source,
  review: source,
};
