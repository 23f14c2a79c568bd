import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Fault } from "../../ui/fault.tsx";
import { useWithdrawClaim, useWithdrawPosition } from "../use-writes.ts";
import { useOutline } from "./outline-context.ts";
import type { OutlineNode } from "./tree.ts";

/** Asks once more: what is withdrawn is gone for everybody. */
export function WithdrawPanel({ node }: { node: OutlineNode }) {
  const { t } = useTranslation(["debates", "ui"]);
  const { leaveTask } = useOutline();
  const claim = useWithdrawClaim();
  const position = useWithdrawPosition();
  const withdraw = node.kind === "claim" ? claim : position;
  const id = node.kind === "claim" ? node.claim.id : node.id;
  return (
    <div className="space-y-3">
      <p className="max-w-measure">{t(`withdraw.lead.${node.kind}`)}</p>
      <Fault error={withdraw.error} />
      <div className="flex flex-wrap gap-3">
        <Button
          variant="danger"
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate(id, { onSuccess: leaveTask })}
        >
          {t("outline.withdraw")}
        </Button>
        <Button variant="quiet" autoFocus onClick={leaveTask}>
          {t("ui:cancel")}
        </Button>
      </div>
    </div>
  );
}
