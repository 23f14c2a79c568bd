import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Position } from "#shared/contract/claims.ts";
import { Button } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { useDraft } from "../drafts.ts";
import { useEditPosition } from "../use-writes.ts";
import { useOutline } from "./outline-context.ts";
import { PositionFields } from "./position-fields.tsx";

/** Rewords a position of one's own. */
export function EditPosition({ position }: { position: Position }) {
  const { t } = useTranslation(["debates", "ui"]);
  const { leaveTask } = useOutline();
  const edit = useEditPosition();
  // The state that the words began from: what was changed elsewhere meanwhile is a conflict.
  const [{ id, version, title, text }] = useState(position);
  const draft = useDraft(`edit.${id}.${version}`, { title, text });
  const submit = () =>
    edit.mutate(
      { id, version, ...draft.value },
      {
        onSuccess: () => {
          draft.clear();
          leaveTask();
        },
      },
    );
  return (
    <Form error={edit.error} onSubmit={submit} className="space-y-3!">
      <PositionFields value={draft.value} onChange={draft.set} />
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
