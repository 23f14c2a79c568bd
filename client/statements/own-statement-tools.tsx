import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { editStatement, type Statement, withdrawStatement } from "#shared/contract/statements.ts";
import { call } from "../lib/api.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Conflict } from "../ui/conflict.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { type Begun, useBegun } from "../ui/use-begun.ts";
import { refreshStatements } from "./queries.ts";

interface ToolsProps {
  ids: DebateIds;
  statement: Statement;
}

interface EditProps extends ToolsProps {
  onDone: () => void;
}

function EditForm({
  ids,
  statement,
  onDone,
  begun,
}: EditProps & { begun: Begun<Statement, string> }) {
  const { t } = useTranslation("statements");
  const queries = useQueryClient();
  const [text, setText] = useState(begun.words);
  const params = { ...ids, statementId: statement.id };
  const { version } = begun.at;
  const edit = useMutation({
    mutationFn: () => call(editStatement, { params, body: { text, version } }),
    onSuccess: onDone,
    onSettled: () => refreshStatements(queries, ids),
  });
  const isOvertaken = begun.isOvertaken(edit);
  return (
    <Form
      label={t("own.edit")}
      error={isOvertaken ? null : edit.error}
      onSubmit={() => edit.mutate()}
    >
      {isOvertaken && (
        <Conflict
          theirs={[statement.text]}
          mine={[text]}
          onKeepMine={() => begun.keep(text)}
          onTakeTheirs={begun.takeTheirs}
        />
      )}
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
        <Button type="submit" variant="primary" busy={edit.isPending} disabled={isOvertaken}>
          {t("own.save")}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t("own.cancel")}
        </Button>
      </FormActions>
    </Form>
  );
}

function Edit(props: EditProps) {
  const begun = useBegun(props.statement, ({ text }) => text);
  return <EditForm key={begun.at.version} begun={begun} {...props} />;
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
    return <Edit ids={ids} statement={statement} onDone={() => setOpen(null)} />;
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
