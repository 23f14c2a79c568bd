import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answerSummons, type Dispute, disputeLimits } from "#shared/contract/disputes.ts";
import { useInCase } from "../disputes/public.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { toast } from "../ui/toast.ts";
import { textOf } from "./text-of.ts";

/** Takes the seat, with what could bias one; or leaves it to the next. */
export function SummonsForm({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation("juries");
  const [asks, setAsks] = useState(false);
  const params = { communityId: dispute.communityId, disputeId: dispute.id };
  const accept = useInCase(
    (declaration: string | null) =>
      call(answerSummons, { params, body: { accept: true, declaration } }),
    () => toast({ title: t("summons.taken"), tone: "good" }),
  );
  const decline = useInCase(
    () => call(answerSummons, { params, body: { accept: false } }),
    () => {
      setAsks(false);
      toast({ title: t("summons.declined"), tone: "good" });
    },
  );
  const said = (data: FormData) => textOf(data, "declaration").trim() || null;
  return (
    <>
      <Form
        label={t("summons.title")}
        error={accept.error}
        onSubmit={(data) => accept.mutate(said(data))}
      >
        <TextArea
          name="declaration"
          label={t("summons.declaration")}
          hint={t("summons.declarationHint")}
          limit={disputeLimits.declaration}
        />
        <FormActions>
          <Button type="submit" variant="primary" icon="check" busy={accept.isPending}>
            {t("summons.accept")}
          </Button>
          <Button onClick={() => setAsks(true)}>{t("summons.decline")}</Button>
        </FormActions>
      </Form>
      <ConfirmDialog
        open={asks}
        title={t("summons.declineTitle")}
        confirmLabel={t("summons.decline")}
        busy={decline.isPending}
        error={decline.error}
        onConfirm={() => decline.mutate()}
        onClose={() => setAsks(false)}
      >
        {t("summons.declineText")}
      </ConfirmDialog>
    </>
  );
}
