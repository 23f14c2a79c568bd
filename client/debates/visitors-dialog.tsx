import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { admitVisitors } from "#shared/contract/visitors.ts";
import { triesFor } from "#shared/spam/proof-of-work.ts";
import { call } from "../lib/api.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form } from "../ui/form.tsx";
import { Select } from "../ui/select.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { useDebate } from "./debate-context.ts";
import { debateQuery } from "./queries.ts";

/** How many zero bits can be asked for: none, or from a moment to some seconds of computing. */
const proofs = [0, 14, 16, 18] as const;

interface VisitorsDialogProps {
  open: boolean;
  onClose: () => void;
}

/** What the browsers of visitors compute first. */
function ProofSelect({ bits: now }: { bits: number }) {
  const { t, i18n } = useTranslation("debates");
  const number = (value: number) => value.toLocaleString(i18n.language);
  return (
    <Select
      name="proofBits"
      required
      label={t("visitors.proof")}
      hint={t("visitors.proofHint")}
      defaultValue={String(now)}
    >
      {[...new Set([...proofs, now])].map((bits) => (
        <option key={bits} value={bits}>
          {bits === 0
            ? t("visitors.proofNone")
            : t("visitors.proofTries", { bits, tries: number(triesFor({ bits })) })}
        </option>
      ))}
    </Select>
  );
}

function VisitorsForm({ onClose }: Pick<VisitorsDialogProps, "onClose">) {
  const { t } = useTranslation("debates");
  const queries = useQueryClient();
  const { ids, debate } = useDebate();
  const settle = useMutation({
    mutationFn: (data: FormData) =>
      call(admitVisitors, {
        params: ids,
        body: {
          admitted: data.has("admitted"),
          counted: data.has("counted"),
          proofBits: Number(data.get("proofBits")),
        },
      }),
    onSuccess: (view) => {
      queries.setQueryData(debateQuery(ids).queryKey, view);
      void queries.invalidateQueries({ queryKey: ["statements", ids.communityId, ids.debateId] });
      onClose();
    },
  });
  return (
    <Form error={settle.error} onSubmit={(data) => settle.mutate(data)}>
      <Checkbox
        name="admitted"
        label={t("visitors.admitted")}
        hint={t("visitors.admittedHint")}
        defaultChecked={debate.admitsVisitors}
      />
      <Checkbox
        name="counted"
        label={t("visitors.counted")}
        hint={t("visitors.countedHint")}
        defaultChecked={debate.countsVisitors}
      />
      <ProofSelect bits={debate.visitorProofBits} />
      <SubmitOrCancel label={t("visitors.save")} busy={settle.isPending} onCancel={onClose} />
    </Form>
  );
}

/** Whether people without an account respond here, and whether that is shown. */
export function VisitorsDialog({ open, onClose }: VisitorsDialogProps) {
  const { t } = useTranslation("debates");
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("visitors.title")}
      description={t("visitors.lead")}
    >
      <VisitorsForm onClose={onClose} />
    </Dialog>
  );
}
