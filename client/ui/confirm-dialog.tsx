import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { useErrorText } from "./problem-text.ts";
import { TextArea } from "./text-area.tsx";

interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  confirmLabel: string;
  /** Gets the reason, where one is asked for. */
  onConfirm: (reason: string) => void;
  /** Cannot be undone. */
  danger?: boolean | undefined;
  busy?: boolean | undefined;
  error?: unknown;
  /** Asks why, under this label; the reason is part of the public record. */
  reason?: { label: string; hint?: string; limit?: number; least?: number } | undefined;
}

function Fault({ error }: { error: unknown }) {
  const errorText = useErrorText();
  if (!error) return null;
  const { title, detail } = errorText(error);
  return (
    <p role="alert" className="mt-4 rounded-md border-s-4 border-danger bg-danger-soft p-3">
      <strong className="font-semibold">{title}</strong> {detail}
    </p>
  );
}

/** Asks once more before something that others will see, or that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, title, children, confirmLabel, onConfirm, reason } = props;
  const { t } = useTranslation("ui");
  const id = useId();
  const [why, setWhy] = useState("");
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      size="small"
      footer={
        <>
          <Button
            type="submit"
            form={id}
            variant={props.danger ? "danger" : "primary"}
            busy={props.busy}
          >
            {confirmLabel}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
        </>
      }
    >
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm(why.trim());
        }}
      >
        <div className="text-pretty">{children}</div>
        {reason && (
          <TextArea
            label={reason.label}
            hint={reason.hint}
            limit={reason.limit}
            minLength={reason.least}
            required
            className="mt-4"
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
        )}
        <Fault error={props.error} />
      </form>
    </Dialog>
  );
}
