import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { editDebate } from "#shared/contract/debates.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { useDebate } from "./debate-context.ts";
import { debateQuery } from "./queries.ts";
import { QuestionFields, type QuestionText } from "./question-fields.tsx";

interface EditDialogProps {
  open: boolean;
  onClose: () => void;
}

function EditForm({ onClose }: Pick<EditDialogProps, "onClose">) {
  const { t } = useTranslation(["debates", "ui"]);
  const queries = useQueryClient();
  const { ids, debate } = useDebate();
  const { question, topic, language, context } = debate;
  const [value, setValue] = useState<QuestionText>({ question, topic, language, context });
  // The state that the words began from: what others change meanwhile is a conflict, not overwritten.
  const [version] = useState(debate.version);
  const edit = useMutation({
    mutationFn: () => call(editDebate, { params: ids, body: { version, ...value } }),
    onSuccess: (view) => {
      queries.setQueryData(debateQuery(ids).queryKey, view);
      onClose();
    },
  });
  return (
    <Form error={edit.error} onSubmit={() => edit.mutate()}>
      <QuestionFields value={value} onChange={(change) => setValue({ ...value, ...change })} />
      <FormActions>
        <Button type="submit" variant="primary" busy={edit.isPending}>
          {t("question.save")}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t("ui:cancel")}
        </Button>
      </FormActions>
    </Form>
  );
}

/** Words the question anew. */
export function EditDialog({ open, onClose }: EditDialogProps) {
  const { t } = useTranslation("debates");
  return (
    <Dialog open={open} onClose={onClose} size="large" title={t("question.edit")}>
      <EditForm onClose={onClose} />
    </Dialog>
  );
}
