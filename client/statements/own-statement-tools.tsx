import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { editStatement, type Statement, withdrawStatement } from "#shared/contract/statements.ts";
import { call } from "../lib/api.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { refreshStatements } from "./queries.ts";

interface ToolsProps {
  ids: DebateIds;
  statement: Statement;
}

function EditForm({ ids, statement, onDone }: ToolsProps & { onDone: () => void }) {
  const { t } = useTranslation("statements");
  const queries = useQueryClient();
  const [text, setText] = useState(statement.text);
  const params = { ...ids, statementId: statement.id };
  const edit = useMutation({
    mutationFn: () => call(editStatement, { params, body: { text, version: statement.version } }),
    onSuccess: onDone,
    onSettled: () => refreshStatements(queries, ids),
  });
  return (
    <Form label={t("own.edit")} error={edit.error} onSubmit={() => edit.mutate()}>
      <TextArea
        name="text"
        label={t("own.edit")}
        hideLabel
        serif
        rows={2}
        required
        minLength={3}
        limit={280}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <FormActions>
        <Button type="submit" variant="primary" busy={edit.isPending}>
          {t("own.save")}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t("own.cancel")}
        </Button>
      </FormActions>
    </Form>
  );
}

/** Rewording and withdrawing a statement of one's own, while nobody else has answered it. */
export function OwnStatementTools({ ids, statement }: ToolsProps) {
  const { t } = useTranslation("statements");
  const queries = useQueryClient();
  const [open, setOpen] = useState<"edit" | "withdraw" | null>(null);
  const params = { ...ids, statementId: statement.id };
  const withdraw = useMutation({
    mutationFn: () => call(withdrawStatement, { params }),
    onSuccess: () => setOpen(null),
    onSettled: () => refreshStatements(queries, ids, ["all", "mine", "deck"]),
  });
  if (open === "edit") {
    return <EditForm ids={ids} statement={statement} onDone={() => setOpen(null)} />;
  }
  return (
    <div className="flex flex-wrap gap-2">
      {statement.can.edit && (
        <Button size="small" variant="quiet" icon="edit" onClick={() => setOpen("edit")}>
          {t("own.edit")}
        </Button>
      )}
      {statement.can.withdraw && (
        <Button size="small" variant="quiet" icon="withdraw" onClick={() => setOpen("withdraw")}>
          {t("own.withdraw")}
        </Button>
      )}
      <ConfirmDialog
        open={open === "withdraw"}
        title={t("own.withdrawTitle")}
        confirmLabel={t("own.withdraw")}
        busy={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate()}
        onClose={() => setOpen(null)}
      >
        {t("own.withdrawText")}
      </ConfirmDialog>
    </div>
  );
}
