import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { admitVisitors } from "#shared/contract/visitors.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { useDebate } from "./debate-context.ts";
import { debateQuery } from "./queries.ts";

interface VisitorsDialogProps {
  open: boolean;
  onClose: () => void;
}

function VisitorsForm({ onClose }: Pick<VisitorsDialogProps, "onClose">) {
  const { t } = useTranslation(["debates", "ui"]);
  const queries = useQueryClient();
  const { ids, debate } = useDebate();
  const settle = useMutation({
    mutationFn: (data: FormData) =>
      call(admitVisitors, {
        params: ids,
        body: { admitted: data.has("admitted"), counted: data.has("counted") },
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
      <FormActions>
        <Button type="submit" variant="primary" busy={settle.isPending}>
          {t("visitors.save")}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t("ui:cancel")}
        </Button>
      </FormActions>
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
