import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Dispute, withdrawDispute } from "#shared/contract/disputes.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { useInCase } from "./queries.ts";

/** Ends one's own case without a ruling, as after a settlement. */
export function Withdraw({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation("disputes");
  const [asks, setAsks] = useState(false);
  const { communityId, id: disputeId, subject, can } = dispute;
  const withdraw = useInCase(
    () => call(withdrawDispute, { params: { communityId, disputeId } }),
    () => setAsks(false),
  );
  if (!can.withdraw) return null;
  return (
    <>
      <Button icon="withdraw" onClick={() => setAsks(true)}>
        {t("withdraw.button")}
      </Button>
      <ConfirmDialog
        open={asks}
        danger
        title={t("withdraw.title")}
        confirmLabel={t("withdraw.button")}
        busy={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate()}
        onClose={() => setAsks(false)}
      >
        {t(`withdraw.${subject.kind}`)}
      </ConfirmDialog>
    </>
  );
}
