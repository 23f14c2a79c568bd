import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StatementMode } from "#shared/contract/phases.ts";
import { setStatementMode } from "#shared/contract/statement-care.ts";
import { call } from "../lib/api.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Form } from "../ui/form.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useDebate } from "./debate-context.ts";
import { debateQuery } from "./queries.ts";
import { textOf } from "./text-of.ts";

interface DialogProps {
  open: boolean;
  onClose: () => void;
}

function ModeForm({ onClose }: Pick<DialogProps, "onClose">) {
  const { t } = useTranslation("debates");
  const queries = useQueryClient();
  const { ids, debate } = useDebate();
  const [mode, setMode] = useState<StatementMode>(debate.statementMode);
  const save = useMutation({
    mutationFn: (reason: string) => call(setStatementMode, { params: ids, body: { mode, reason } }),
    onSuccess: (view) => {
      queries.setQueryData(debateQuery(ids).queryKey, view);
      void queries.invalidateQueries({ queryKey: ["statements", ids.communityId, ids.debateId] });
      onClose();
    },
  });
  return (
    <Form error={save.error} onSubmit={(data) => save.mutate(textOf(data, "reason"))}>
      <RadioGroup
        name="mode"
        label={t("statementMode.label")}
        value={mode}
        onChange={setMode}
        choices={(["open", "strict"] as const).map((value) => ({
          value,
          label: t(`statementMode.${value}`),
          hint: t(`statementMode.${value}Hint`),
        }))}
      />
      <TextField
        name="reason"
        label={t("statementMode.reason")}
        hint={t("statementMode.reasonHint")}
        required
        dir="auto"
        maxLength={300}
      />
      <SubmitOrCancel label={t("statementMode.save")} busy={save.isPending} onCancel={onClose} />
    </Form>
  );
}

/** Whether new statements are shown at once, or once somebody has approved them. */
export function StatementModeDialog({ open, onClose }: DialogProps) {
  const { t } = useTranslation("debates");
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("statementMode.title")}
      description={t("statementMode.lead")}
    >
      <ModeForm onClose={onClose} />
    </Dialog>
  );
}
