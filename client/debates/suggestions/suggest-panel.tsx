import { useTranslation } from "react-i18next";
import { type Claim, maxClaimLength } from "#shared/contract/claims.ts";
import { Form } from "../../ui/form.tsx";
import { SubmitOrCancel } from "../../ui/submit-or-cancel.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextDiff } from "../../ui/text-diff.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useDraft } from "../drafts.ts";
import { useOutline } from "../outline/outline-context.ts";
import { useSuggest } from "./queries.ts";

/** Other words for somebody else's claim. What is unsent is kept. */
export function SuggestPanel({ claim }: { claim: Claim }) {
  const { t } = useTranslation("debates");
  const { leaveTask } = useOutline();
  const suggest = useSuggest(claim.id);
  const draft = useDraft(`suggest.${claim.id}`, { text: claim.text, reason: "" });
  const { text, reason } = draft.value;
  const submit = () =>
    suggest.mutate(
      { version: claim.version, text, reason },
      {
        onSuccess: () => {
          draft.clear();
          leaveTask();
        },
      },
    );
  return (
    <Form error={suggest.error} onSubmit={submit} className="space-y-3!">
      <TextArea
        name="text"
        label={t("suggest.text")}
        hint={t("suggest.hint")}
        required
        serif
        autoFocus
        dir="auto"
        rows={2}
        minLength={3}
        limit={maxClaimLength}
        value={text}
        onChange={(event) => draft.set({ text: event.target.value })}
      />
      {text !== claim.text && (
        <TextDiff before={claim.text} after={text} lang={claim.language} className="font-serif" />
      )}
      <TextField
        name="reason"
        label={t("suggest.reason")}
        dir="auto"
        maxLength={500}
        value={reason}
        onChange={(event) => draft.set({ reason: event.target.value })}
      />
      <SubmitOrCancel
        label={t("suggest.submit")}
        busy={suggest.isPending}
        disabled={text === claim.text}
        onCancel={leaveTask}
      />
    </Form>
  );
}
