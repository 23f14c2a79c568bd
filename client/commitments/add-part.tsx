import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addCommitmentPart, type Commitment } from "#shared/contract/commitments.ts";
import { call } from "../lib/api.ts";
import { useSaving } from "../lib/use-saving.ts";
import { Button } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { blankPart, dayOf, partWireOf } from "./draft.ts";
import { refreshCommitments } from "./queries.ts";
import { DueField, TermsFields, WeightField } from "./terms-fields.tsx";

interface AddPartProps {
  commitment: Commitment;
}

function Adding({ commitment, onDone }: AddPartProps & { onDone: () => void }) {
  const { t } = useTranslation("commitments");
  const cache = useQueryClient();
  const { communityId, id: commitmentId, version, partCount, dueAt: wholeDueAt } = commitment;
  const [part, setPart] = useState(() => ({ ...blankPart, dueAt: dayOf(wholeDueAt) }));
  const put = (change: Partial<typeof part>) => setPart((now) => ({ ...now, ...change }));
  const add = useSaving({
    send: () =>
      call(addCommitmentPart, {
        params: { communityId, commitmentId },
        body: { ...partWireOf(part, wholeDueAt), version },
      }),
    refresh: () => refreshCommitments(cache, communityId),
    onDone,
  });
  return (
    <Form error={add.error} onSubmit={() => add.mutate()} label={t("addPart.title")}>
      <p className="font-medium">{t("addPart.title")}</p>
      <p className="text-sm text-muted">{t("addPart.lead")}</p>
      {partCount === 0 && <p className="text-sm text-muted">{t("addPart.first")}</p>}
      <TermsFields at="" communityId={communityId} value={part} onChange={put} />
      <div className="grid gap-5 sm:grid-cols-2">
        <DueField at="" value={part.dueAt} onChange={(dueAt) => put({ dueAt })} />
        <WeightField at="" value={part.weight} onChange={(weight) => put({ weight })} />
      </div>
      <SubmitOrCancel label={t("addPart.send")} busy={add.isPending} onCancel={onDone} />
    </Form>
  );
}

/** Adds a part to a whole that is not over. */
export function AddPart({ commitment }: AddPartProps) {
  const { t } = useTranslation("commitments");
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Adding commitment={commitment} onDone={() => setOpen(false)} />;
  return (
    <Button icon="plus" onClick={() => setOpen(true)}>
      {t("addPart.title")}
    </Button>
  );
}
