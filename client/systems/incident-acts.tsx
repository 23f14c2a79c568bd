import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { commitmentLimits } from "#shared/contract/commitments.ts";
import type { Author } from "#shared/contract/ids.ts";
import {
  askToMend,
  type Incident,
  incidentLimits,
  type IncidentSeverity,
  type IncidentState,
  linkIncident,
  moveIncident,
} from "#shared/contract/incidents.ts";
import { severities } from "#shared/systems/index.ts";
import { MemberPicker } from "../delegations/public.ts";
import { call } from "../lib/api.ts";
import { endOfDay } from "../lib/end-of-day.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { Select } from "../ui/select.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { incidentQuery, refreshSystems } from "./queries.ts";

interface ActProps {
  incident: Incident;
}

const paramsOf = ({ communityId, id }: Incident) => ({ communityId, incidentId: id });

/** Sends something about an incident; what is answered is shown at once. */
function useAct(incident: Incident, send: () => Promise<Incident>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (now) => cache.setQueryData(incidentQuery(paramsOf(incident)).queryKey, now),
    onSettled: () => refreshSystems(cache, incident.communityId),
  });
}

interface SeverityProps {
  value: IncidentSeverity;
  onChange: (severity: IncidentSeverity) => void;
}

function Severity({ value, onChange }: SeverityProps) {
  const { t } = useTranslation("systems");
  return (
    <Select
      name="severity"
      required
      label={t("move.severity")}
      value={value}
      onChange={({ target }) => onChange(target.value as IncidentSeverity)}
    >
      {severities.map((one) => (
        <option key={one} value={one}>
          {t(`severity.${one}`)}
        </option>
      ))}
    </Select>
  );
}

/** Takes it on, with reasons. */
export function Move({ incident }: ActProps) {
  const { t } = useTranslation("systems");
  const { can, version } = incident;
  const [to, setTo] = useState<IncidentState | undefined>(can.move[0]);
  const [why, setWhy] = useState("");
  const [severity, setSeverity] = useState<IncidentSeverity>(incident.severity);
  const move = useAct(incident, () =>
    call(moveIncident, {
      params: paramsOf(incident),
      body: {
        to: to ?? incident.state,
        why,
        version,
        ...(to === "accepted" && { severity }),
      },
    }),
  );
  return (
    <Form error={move.error} onSubmit={() => move.mutate()} label={t("move.title")}>
      <RadioGroup
        required
        name="to"
        label={t("move.title")}
        value={to}
        onChange={setTo}
        choices={can.move.map((state) => ({
          value: state,
          label: t(`move.${state}`),
          hint: t(`move.hint.${state}`),
        }))}
      />
      {to === "accepted" && <Severity value={severity} onChange={setSeverity} />}
      <TextArea
        name="why"
        required
        label={t("move.why")}
        limit={incidentLimits.why}
        dir="auto"
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
      <FormActions>
        <Button type="submit" variant="primary" busy={move.isPending}>
          {t("move.send")}
        </Button>
      </FormActions>
    </Form>
  );
}

const blank = { title: "", criterion: "", dueAt: "", reviewAt: "" };

/** Asks a member to promise what mends it. */
export function AskToMend({ incident }: ActProps) {
  const { t } = useTranslation("systems");
  const [draft, setDraft] = useState(blank);
  const [owner, setOwner] = useState<Author | null>(null);
  const ask = useAct(incident, async () => {
    const { dueAt, reviewAt, ...words } = draft;
    const days = { dueAt: endOfDay(dueAt), reviewAt: endOfDay(reviewAt) };
    const body = { ...words, ...days, ownerId: owner?.id ?? "", budget: null };
    const now = await call(askToMend, { params: paramsOf(incident), body });
    setDraft(blank);
    setOwner(null);
    return now;
  });
  const field = (name: keyof typeof blank) => ({
    name,
    required: true,
    label: t(`mend.${name}`),
    value: draft[name],
    onChange: ({ target }: { target: { value: string } }) =>
      setDraft({ ...draft, [name]: target.value }),
  });
  return (
    <Form error={ask.error} onSubmit={() => ask.mutate()} label={t("mend.heading")}>
      <p className="font-medium">{t("mend.heading")}</p>
      <TextField {...field("title")} maxLength={commitmentLimits.title} dir="auto" />
      <TextArea {...field("criterion")} rows={2} limit={commitmentLimits.criterion} dir="auto" />
      <MemberPicker
        communityId={incident.communityId}
        label={t("mend.owner")}
        name="ownerId"
        value={owner}
        onChange={setOwner}
        taken={[]}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...field("dueAt")} type="date" />
        <TextField {...field("reviewAt")} type="date" />
      </div>
      <FormActions>
        <Button type="submit" busy={ask.isPending}>
          {t("mend.send")}
        </Button>
      </FormActions>
    </Form>
  );
}

const caseId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=[^/]*$)/;

/** Says which case is about it, by its address. */
export function LinkCase({ incident }: ActProps) {
  const { t } = useTranslation("systems");
  const [address, setAddress] = useState("");
  const disputeId = caseId.exec(address)?.[0] ?? null;
  const link = useAct(incident, () =>
    call(linkIncident, {
      params: paramsOf(incident),
      body: { disputeId, version: incident.version },
    }),
  );
  const isUnread = address.trim() !== "" && disputeId === null;
  return (
    <Form
      error={link.error}
      onSubmit={() => disputeId !== null && link.mutate()}
      label={t("case.title")}
    >
      <TextField
        name="disputeId"
        required
        dir="ltr"
        label={t("case.title")}
        hint={t("case.hint")}
        error={isUnread ? t("case.unread") : undefined}
        value={address}
        onChange={({ target }) => setAddress(target.value)}
      />
      <Button type="submit" size="small" busy={link.isPending}>
        {t("case.send")}
      </Button>
    </Form>
  );
}
