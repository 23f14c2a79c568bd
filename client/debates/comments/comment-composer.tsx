import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { useDraft } from "../drafts.ts";
import { MentionField, type Typed } from "./mention-field.tsx";
import { withIds } from "./mentions.ts";
import { useAddComment } from "./queries.ts";

interface CommentComposerProps {
  claimId: string;
  onLeave: () => void;
}

/** Says something about a claim. What is unsent is kept. */
export function CommentComposer({ claimId, onLeave }: CommentComposerProps) {
  const { t } = useTranslation(["debates", "ui"]);
  const add = useAddComment(claimId);
  const field = useRef<{ focus: () => void }>(null);
  const draft = useDraft<Typed>(`comment.${claimId}`, { text: "", people: [] });
  const { text, people } = draft.value;
  const submit = () => {
    if (text.trim() === "" || add.isPending) return;
    add.mutate(withIds(text, people), {
      onSuccess: () => {
        draft.clear();
        field.current?.focus();
      },
    });
  };
  return (
    <Form error={add.error} onSubmit={submit} className="space-y-3!">
      <MentionField
        ref={field}
        label={t("comment.yours")}
        hint={t("comment.hint")}
        autoFocus
        value={draft.value}
        onChange={draft.set}
        onSend={submit}
      />
      <FormActions>
        <Button type="submit" variant="primary" busy={add.isPending}>
          {t("comment.send")}
        </Button>
        <Button variant="quiet" onClick={onLeave}>
          {t("ui:close")}
        </Button>
      </FormActions>
    </Form>
  );
}
