import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Claim, maxClaimLength } from "#shared/contract/claims.ts";
import { Button } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { useDraft } from "../drafts.ts";
import { useEditClaim } from "../use-writes.ts";
import { sendOnEnter } from "./claim-composer.tsx";
import { useOutline } from "./outline-context.ts";

/** Rewords a claim of one's own. */
export function EditClaim({ claim }: { claim: Claim }) {
  const { t } = useTranslation(["debates", "ui"]);
  const { leaveTask } = useOutline();
  const edit = useEditClaim();
  // The state that the words began from: what was changed elsewhere meanwhile is a conflict.
  const [{ id, version, text }] = useState(claim);
  const draft = useDraft(`edit.${id}.${version}`, { text });
  const submit = () =>
    edit.mutate(
      { id, version, text: draft.value.text },
      {
        onSuccess: () => {
          draft.clear();
          leaveTask();
        },
      },
    );
  return (
    <Form error={edit.error} onSubmit={submit} className="space-y-3!">
      <TextArea
        name="text"
        label={t("edit.claim")}
        hint={t("edit.hint")}
        required
        serif
        autoFocus
        dir="auto"
        rows={2}
        minLength={3}
        limit={maxClaimLength}
        value={draft.value.text}
        onKeyDown={sendOnEnter}
        onChange={(event) => draft.set({ text: event.target.value })}
      />
      <FormActions>
        <Button type="submit" variant="primary" busy={edit.isPending}>
          {t("outline.save")}
        </Button>
        <Button variant="quiet" onClick={leaveTask}>
          {t("ui:cancel")}
        </Button>
      </FormActions>
    </Form>
  );
}
