import { SubmitOrCancel } from "../../../ui/submit-or-cancel.tsx";
import type { Arranging } from "../../use-arrange.ts";
import type { ClaimNode } from "../tree.ts";

export interface DeedFormProps {
  node: ClaimNode;
  busy: boolean;
  error: unknown;
  onSend: (change: Arranging) => void;
  onCancel: () => void;
}

interface DeedActionsProps {
  label: string;
  form: DeedFormProps;
  disabled?: boolean | undefined;
}

/** The buttons under what is asked before a claim is placed anew. */
export function DeedActions({ label, form, disabled }: DeedActionsProps) {
  return (
    <SubmitOrCancel label={label} busy={form.busy} disabled={disabled} onCancel={form.onCancel} />
  );
}
