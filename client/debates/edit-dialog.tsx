import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type DebateView, editDebate } from "#shared/contract/debates.ts";
import { call } from "../lib/api.ts";
import { Conflict } from "../ui/conflict.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form } from "../ui/form.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { type Begun, useBegun } from "../ui/use-begun.ts";
import { useDebate } from "./debate-context.ts";
import { debateQuery } from "./queries.ts";
import { QuestionFields, type QuestionText } from "./question-fields.tsx";

interface EditDialogProps {
  open: boolean;
  onClose: () => void;
}

const wordsOf = ({ question, topic, language, context }: QuestionText): QuestionText => ({
  question,
  topic,
  language,
  context,
});

interface EditFormProps extends Pick<EditDialogProps, "onClose"> {
  begun: Begun<DebateView, QuestionText>;
}

function EditForm({ onClose, begun }: EditFormProps) {
  const { t } = useTranslation("debates");
  const queries = useQueryClient();
  const { ids, debate } = useDebate();
  const [value, setValue] = useState(begun.words);
  const edit = useMutation({
    mutationFn: () =>
      call(editDebate, { params: ids, body: { version: begun.at.version, ...value } }),
    onSuccess: (view) => {
      queries.setQueryData(debateQuery(ids).queryKey, view);
      onClose();
    },
  });
  const isOvertaken = begun.isOvertaken(edit);
  return (
    <Form error={isOvertaken ? null : edit.error} onSubmit={() => edit.mutate()}>
      {isOvertaken && (
        <Conflict
          theirs={[debate.question, debate.context]}
          mine={[value.question, value.context]}
          onKeepMine={() => begun.keep(value)}
          onTakeTheirs={begun.takeTheirs}
        />
      )}
      <QuestionFields
        communityId={ids.communityId}
        keptTopic={debate.topic}
        value={value}
        onChange={(change) => setValue({ ...value, ...change })}
      />
      <SubmitOrCancel
        label={t("question.save")}
        busy={edit.isPending}
        disabled={isOvertaken}
        onCancel={onClose}
      />
    </Form>
  );
}

function Begin({ onClose }: Pick<EditDialogProps, "onClose">) {
  const begun = useBegun(useDebate().debate, wordsOf);
  return <EditForm key={begun.at.version} begun={begun} onClose={onClose} />;
}

/** Words the question anew. */
export function EditDialog({ open, onClose }: EditDialogProps) {
  const { t } = useTranslation("debates");
  return (
    <Dialog open={open} onClose={onClose} size="large" title={t("question.edit")}>
      <Begin onClose={onClose} />
    </Dialog>
  );
}
