import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { toast } from "../ui/toast.ts";
import { useSteer } from "./queries.ts";
import { useWords } from "./words.ts";

export type Steering = "open" | "cancel" | "annul";

const limit = 2_000;
const least = 10;

interface SteerDialogProps {
  decision: DecisionView;
  /** What is about to be done; null while nothing is. */
  to: Steering | null;
  onClose: () => void;
}

/** Asks once more, and for a reason where others will want to know it. */
export function SteerDialog({ decision, to, onClose }: SteerDialogProps) {
  const { t, title } = useWords();
  const steer = useSteer(decision);
  const close = () => {
    steer.reset();
    onClose();
  };
  if (!to) return null;
  return (
    <ConfirmDialog
      open
      onClose={close}
      title={t(`steer.${to}.title`)}
      confirmLabel={t(`steer.${to}.do`)}
      danger={to !== "open"}
      busy={steer.isPending}
      error={steer.error}
      reason={
        to === "open"
          ? undefined
          : {
              label: t("steer.reason"),
              hint: t("steer.reason-hint", { count: least }),
              limit,
              least,
            }
      }
      onConfirm={(reason) =>
        steer.mutate(
          { to, reason },
          {
            onSuccess: () => {
              toast({ title: t(`steer.${to}.done`), tone: "good" });
              close();
            },
          },
        )
      }
    >
      {t(`steer.${to}.what`, { title: title(decision.title) })}
    </ConfirmDialog>
  );
}

/** What may still be done to a decision besides voting; nothing for those who may do nothing. */
export function Steer({ decision, onChange }: { decision: DecisionView; onChange?: () => void }) {
  const { t } = useTranslation("decisions");
  const [to, setTo] = useState<Steering | null>(null);
  const { can } = decision;
  if (!can.change && !can.open && !can.cancel && !can.annul) return null;
  return (
    <div className="flex flex-wrap gap-2" data-no-print>
      {can.open && (
        <Button icon="bolt" onClick={() => setTo("open")}>
          {t("steer.open.do")}
        </Button>
      )}
      {can.change && onChange && (
        <Button icon="edit" onClick={onChange}>
          {t("steer.change")}
        </Button>
      )}
      {can.cancel && (
        <Button variant="quiet" icon="withdraw" onClick={() => setTo("cancel")}>
          {t("steer.cancel.do")}
        </Button>
      )}
      {can.annul && (
        <Button variant="quiet" icon="withdraw" onClick={() => setTo("annul")}>
          {t("steer.annul.do")}
        </Button>
      )}
      <SteerDialog decision={decision} to={to} onClose={() => setTo(null)} />
    </div>
  );
}
