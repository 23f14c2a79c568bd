import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button.tsx";
import { FormActions } from "../../../ui/form.tsx";
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
  const { t } = useTranslation("ui");
  return (
    <FormActions>
      <Button type="submit" variant="primary" busy={form.busy} disabled={disabled}>
        {label}
      </Button>
      <Button variant="quiet" onClick={form.onCancel}>
        {t("cancel")}
      </Button>
    </FormActions>
  );
}
