import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import {
  type DebateView,
  type SchedulablePhase,
  schedulablePhases,
  type ScheduledMove,
  scheduleMove,
  unscheduleMove,
} from "#shared/contract/debates.ts";
import { phases } from "#shared/contract/phases.ts";
import { call } from "../lib/api.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { PhaseBadge } from "../ui/phase-badge.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { Time } from "../ui/time.tsx";
import { useDebate } from "./debate-context.ts";
import { debateQuery } from "./queries.ts";
import { textOf } from "./text-of.ts";

type Change = { to: SchedulablePhase; at: string } | { to: SchedulablePhase; at: null };

function useSchedule() {
  const queries = useQueryClient();
  const { ids } = useDebate();
  return useMutation({
    mutationFn: ({ to, at }: Change) => {
      const params = { ...ids, to };
      return at === null
        ? call(unscheduleMove, { params })
        : call(scheduleMove, { params, body: { at } });
    },
    onSuccess: (view: DebateView) => queries.setQueryData(debateQuery(ids).queryKey, view),
  });
}

/** What was set, and what the clock could not do; each can be taken back. */
function Scheduled({ move, onRemove }: { move: ScheduledMove; onRemove: () => void }) {
  const { t } = useTranslation(["debates", "ui"]);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2">
      <PhaseBadge phase={move.to} />
      <Time value={move.at} show="both" className="text-sm" />
      <IconButton
        icon="close"
        size="small"
        label={t("schedule.remove", { phase: t(`ui:phase.${move.to}`) })}
        onClick={onRemove}
        className="ms-auto"
      />
      {move.refusal && (
        <p className="basis-full text-sm text-danger">{t(`schedule.refused.${move.refusal}`)}</p>
      )}
    </li>
  );
}

/** The phases that lie ahead. */
function ahead({ phase }: DebateView): SchedulablePhase[] {
  return schedulablePhases.filter((to) => phases.indexOf(to) > phases.indexOf(phase));
}

function ScheduleForm() {
  const { t } = useTranslation(["debates", "ui"]);
  const { debate } = useDebate();
  const schedule = useSchedule();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const submit = (data: FormData, form: HTMLFormElement) => {
    const to = textOf(data, "to") as SchedulablePhase;
    const at = new Date(textOf(data, "at")).toISOString();
    schedule.mutate({ to, at }, { onSuccess: () => form.reset() });
  };
  return (
    <>
      {debate.schedule.length > 0 && (
        <ul className="mb-6 border-b border-line">
          {debate.schedule.map((move) => (
            <Scheduled
              key={move.to}
              move={move}
              onRemove={() => schedule.mutate({ to: move.to, at: null })}
            />
          ))}
        </ul>
      )}
      <Form error={schedule.error} onSubmit={submit}>
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <Select name="to" label={t("schedule.phase")} required>
            {ahead(debate).map((phase) => (
              <option key={phase} value={phase}>
                {t(`ui:phase.${phase}`)}
              </option>
            ))}
          </Select>
          <TextField
            name="at"
            type="datetime-local"
            label={t("schedule.at")}
            hint={t("schedule.zone", { zone })}
            required
          />
        </div>
        <FormActions>
          <Button type="submit" variant="primary" busy={schedule.isPending}>
            {t("schedule.submit")}
          </Button>
        </FormActions>
      </Form>
    </>
  );
}

interface ScheduleDialogProps {
  open: boolean;
  onClose: () => void;
}

/** Has the clock move the debate. */
export function ScheduleDialog({ open, onClose }: ScheduleDialogProps) {
  const { t } = useTranslation("debates");
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("schedule.title")}
      description={t("schedule.lead")}
    >
      <ScheduleForm />
    </Dialog>
  );
}
