import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Commitment, editCommitment } from "#shared/contract/commitments.ts";
import { call } from "../lib/api.ts";
import { useSaving } from "../lib/use-saving.ts";
import { Button } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { changeOf, type Edited, editedOf } from "./draft.ts";
import { refreshCommitments } from "./queries.ts";
import { DueField, TermsFields, WeightField, WholeFields } from "./terms-fields.tsx";

interface EditProps {
  commitment: Commitment;
}

interface DraftProps extends EditProps {
  draft: Edited;
  onChange: (change: Partial<Edited>) => void;
}

function Fields({ commitment: { communityId, parentId }, draft, onChange }: DraftProps) {
  if (parentId === null) {
    return <WholeFields communityId={communityId} value={draft} onChange={onChange} />;
  }
  return (
    <>
      <TermsFields at="" communityId={communityId} value={draft} onChange={onChange} />
      <div className="grid gap-5 sm:grid-cols-2">
        <DueField at="" value={draft.dueAt} onChange={(dueAt) => onChange({ dueAt })} />
        <WeightField at="" value={draft.weight} onChange={(weight) => onChange({ weight })} />
      </div>
    </>
  );
}

function Editing({ commitment, onDone }: EditProps & { onDone: () => void }) {
  const { t } = useTranslation("commitments");
  const cache = useQueryClient();
  const [draft, setDraft] = useState(() => editedOf(commitment));
  const { communityId, id: commitmentId } = commitment;
  const save = useSaving({
    send: () =>
      call(editCommitment, {
        params: { communityId, commitmentId },
        body: changeOf(draft, commitment),
      }),
    refresh: () => refreshCommitments(cache, communityId),
    onDone,
  });
  return (
    <Form error={save.error} onSubmit={() => save.mutate()} label={t("edit.title")}>
      <p className="text-sm text-muted">{t("edit.lead")}</p>
      <Fields
        commitment={commitment}
        draft={draft}
        onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
      />
      <SubmitOrCancel label={t("edit.save")} busy={save.isPending} onCancel={onDone} />
    </Form>
  );
}

/** Changes what nobody has said yes to, or hands on what lost its owner. */
export function EditTerms({ commitment }: EditProps) {
  const { t } = useTranslation("commitments");
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Editing commitment={commitment} onDone={() => setOpen(false)} />;
  return (
    <Button icon="edit" onClick={() => setOpen(true)}>
      {t("edit.title")}
    </Button>
  );
}
