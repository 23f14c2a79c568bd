import type { Phase } from "#shared/contract/phases.ts";
import { EmbeddingDialog } from "../embedding/public.ts";
import { EditDialog } from "./edit-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { ScheduleDialog } from "./schedule-dialog.tsx";
import { StatementModeDialog } from "./statement-mode-dialog.tsx";
import { VisitorsDialog } from "./visitors-dialog.tsx";

/** What is being done to the debate: it is moved, scheduled, opened to visitors or other sites, made strict or worded anew. */
export type Steer =
  | { readonly to: Phase }
  | "schedule"
  | "visitors"
  | "embedding"
  | "statements"
  | "edit";

export interface SteerDialogsProps {
  steering: Steer | null;
  onClose: () => void;
}

/** What steering asks first. */
export function SteerDialogs({ steering, onClose }: SteerDialogsProps) {
  const to = typeof steering === "object" ? (steering?.to ?? null) : null;
  return (
    <>
      <MoveDialog to={to} onClose={onClose} />
      <ScheduleDialog open={steering === "schedule"} onClose={onClose} />
      <VisitorsDialog open={steering === "visitors"} onClose={onClose} />
      <EmbeddingDialog open={steering === "embedding"} onClose={onClose} />
      <StatementModeDialog open={steering === "statements"} onClose={onClose} />
      <EditDialog open={steering === "edit"} onClose={onClose} />
    </>
  );
}
