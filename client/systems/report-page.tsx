import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import {
  incidentLimits,
  type IncidentSeverity,
  reportIncident,
} from "#shared/contract/incidents.ts";
import { type System, systemLimits } from "#shared/contract/systems.ts";
import { severities } from "#shared/systems/index.ts";
import { CommunityFrame } from "../communities/public.ts";
import { type Draft, useDraft } from "../debates/public.ts";
import { call } from "../lib/api.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { Form } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { refreshSystems, systemQuery } from "./queries.ts";

interface Written {
  readonly title: string;
  readonly release: string;
  readonly words: string;
  readonly harmed: string;
  readonly severity: IncidentSeverity;
  readonly evidenceTitle: string;
  readonly evidenceUrl: string;
  readonly isHidden: boolean;
}

const blank = (release: string): Written => ({
  title: "",
  release,
  words: "",
  harmed: "",
  severity: "moderate",
  evidenceTitle: "",
  evidenceUrl: "",
  isHidden: false,
});

function bodyOf(systemId: string, { evidenceTitle, evidenceUrl, isHidden, ...words }: Written) {
  const hasEvidence = evidenceTitle.trim() !== "" || evidenceUrl.trim() !== "";
  return {
    ...words,
    systemId,
    evidence: hasEvidence ? [{ title: evidenceTitle, url: evidenceUrl }] : [],
    isNamed: !isHidden,
  };
}

type Line = "title" | "release" | "words" | "harmed";

function Fields({ draft: { value, set } }: { draft: Draft<Written> }) {
  const { t } = useTranslation("systems");
  const field = (name: Line) => ({
    name,
    required: true,
    dir: "auto",
    label: t(`report.${name}`),
    value: value[name],
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
  });
  return (
    <>
      <TextField {...field("title")} minLength={3} maxLength={incidentLimits.title} />
      <TextField {...field("release")} maxLength={systemLimits.release} />
      <TextArea {...field("words")} minLength={10} limit={incidentLimits.words} />
      <TextArea {...field("harmed")} rows={3} limit={incidentLimits.harmed} />
      <RadioGroup
        required
        name="severity"
        label={t("report.severity")}
        value={value.severity}
        onChange={(severity) => set({ severity })}
        choices={severities.map((severity) => ({
          value: severity,
          label: t(`severity.${severity}`),
          hint: t(`report.means.${severity}`),
        }))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="evidence.0.title"
          dir="auto"
          maxLength={200}
          label={t("report.evidence")}
          value={value.evidenceTitle}
          onChange={({ target }) => set({ evidenceTitle: target.value })}
        />
        <TextField
          name="evidence.0.url"
          type="url"
          dir="ltr"
          label={t("report.url")}
          value={value.evidenceUrl}
          onChange={({ target }) => set({ evidenceUrl: target.value })}
        />
      </div>
      <Checkbox
        name="isNamed"
        label={t("report.hide")}
        hint={t("report.hideHint")}
        checked={value.isHidden}
        onChange={({ target }) => set({ isHidden: target.checked })}
      />
    </>
  );
}

/** What is typed is kept on this device until it is sent. */
function Report({ community, system }: { community: Community; system: System }) {
  const { t } = useTranslation("systems");
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { id: systemId, communityId } = system;
  const { slug } = community;
  const draft = useDraft(`incident.${systemId}`, blank(system.release));
  const send = useMutation({
    mutationFn: () =>
      call(reportIncident, { params: { communityId }, body: bodyOf(systemId, draft.value) }),
    onSuccess: async ({ id: incidentId }) => {
      draft.clear();
      await refreshSystems(cache, communityId);
      await navigate({ to: "/c/$slug/incidents/$incidentId", params: { slug, incidentId } });
    },
  });
  return (
    <Form className="max-w-measure" error={send.error} onSubmit={() => send.mutate()}>
      <p>
        {t("report.about")} <bdi className="font-semibold">{system.name}</bdi>
      </p>
      <Fields draft={draft} />
      <SubmitOrCancel
        label={t("report.send")}
        busy={send.isPending}
        onCancel={() => {
          draft.clear();
          void navigate({ to: "/c/$slug/systems/$systemId", params: { slug, systemId } });
        }}
      />
    </Form>
  );
}

function Found({ community, systemId }: { community: Community; systemId: string }) {
  const query = useQuery(systemQuery({ communityId: community.id, systemId }));
  return (
    <Loaded query={query}>{(system) => <Report community={community} system={system} />}</Loaded>
  );
}

/** Where a member reports what went wrong with a system. */
export function ReportIncidentPage() {
  const { slug, systemId } = useParams({ from: "/c/$slug/systems/$systemId/report" });
  const { t } = useTranslation("systems");
  return (
    <CommunityFrame slug={slug} title={t("report.open")}>
      {(community) => (
        <>
          <p className="max-w-measure text-lg text-pretty text-muted">{t("report.lead")}</p>
          <Found community={community} systemId={systemId} />
        </>
      )}
    </CommunityFrame>
  );
}
