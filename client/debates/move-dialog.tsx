import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { moveDebate } from "#shared/contract/debates.ts";
import type { Phase } from "#shared/contract/phases.ts";
import { call } from "../lib/api.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Form } from "../ui/form.tsx";
import { PhaseBadge } from "../ui/phase-badge.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { useDebate } from "./debate-context.ts";
import { debateQuery, outlineQuery } from "./queries.ts";
import { textOf } from "./text-of.ts";

interface MoveProps {
  to: Phase;
  onClose: () => void;
}

function useMove(onDone: () => void) {
  const queries = useQueryClient();
  const { ids, debate } = useDebate();
  return useMutation({
    mutationFn: (move: { to: Phase; reason: string }) =>
      call(moveDebate, { params: ids, body: { from: debate.phase, ...move } }),
    onSuccess: (moved) => {
      queries.setQueryData(debateQuery(ids).queryKey, moved);
      void queries.invalidateQueries({ queryKey: outlineQuery(ids).queryKey });
      onDone();
    },
  });
}

function MoveForm({ to, onClose }: MoveProps) {
  const { t } = useTranslation(["debates", "ui"]);
  const { debate } = useDebate();
  const move = useMove(onClose);
  return (
    <Form
      error={move.error}
      onSubmit={(data) => move.mutate({ to, reason: textOf(data, "reason") })}
    >
      <p className="flex flex-wrap items-center gap-2">
        <PhaseBadge phase={debate.phase} />
        <span className="sr-only">{t("move.to")}</span>
        <span aria-hidden="true" className="rtl:-scale-x-100">
          →
        </span>
        <PhaseBadge phase={to} />
      </p>
      <TextArea
        name="reason"
        label={t("move.reason")}
        hint={t("move.reasonHint")}
        limit={500}
        rows={2}
      />
      <SubmitOrCancel label={t("move.submit")} busy={move.isPending} onCancel={onClose} />
    </Form>
  );
}

interface MoveDialogProps extends Omit<MoveProps, "to"> {
  /** Where the debate is to be moved; closed while null. */
  to: Phase | null;
}

/** Moves the debate, with a reason that everybody can read. */
export function MoveDialog({ to, onClose }: MoveDialogProps) {
  const { t } = useTranslation(["debates", "ui"]);
  return (
    <Dialog
      open={to !== null}
      onClose={onClose}
      title={to && t("move.title", { phase: t(`ui:phase.${to}`) })}
      description={to && t(`move.meaning.${to}`)}
    >
      {to && <MoveForm to={to} onClose={onClose} />}
    </Dialog>
  );
}
