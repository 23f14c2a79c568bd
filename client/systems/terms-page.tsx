import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import {
  changeIncidentTerms,
  incidentLimits,
  type IncidentTerms,
  type KeptTerms,
} from "#shared/contract/incidents.ts";
import { severities } from "#shared/systems/index.ts";
import { CommunityFrame } from "../communities/public.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.ts";
import { refreshSystems, termsQuery } from "./queries.ts";

const phases = ["triageDays", "mendDays"] as const;

function Reading({ terms }: { terms: IncidentTerms }) {
  const { t } = useTranslation("systems");
  return (
    <DataTable
      caption={t("terms.title")}
      hideCaption
      rows={severities}
      keyOf={(severity) => severity}
      columns={[
        {
          id: "severity",
          header: t("column.severity"),
          cell: (severity) => t(`severity.${severity}`),
          isHeader: true,
        },
        ...phases.map((phase) => ({
          id: phase,
          header: t(`terms.${phase}`),
          cell: (severity: (typeof severities)[number]) => terms[severity][phase],
          align: "end" as const,
        })),
      ]}
    />
  );
}

function Setting({ communityId, kept }: { communityId: string; kept: KeptTerms }) {
  const { t } = useTranslation("systems");
  const cache = useQueryClient();
  const [terms, setTerms] = useState(kept.terms);
  const save = useMutation({
    mutationFn: () =>
      call(changeIncidentTerms, {
        params: { communityId },
        body: { terms, version: kept.version },
      }),
    onSuccess: () => toast({ title: t("terms.saved") }),
    onSettled: () => refreshSystems(cache, communityId),
  });
  return (
    <Form className="max-w-measure" error={save.error} onSubmit={() => save.mutate()}>
      {severities.map((severity) => (
        <fieldset key={severity} className="grid gap-4 sm:grid-cols-2">
          <legend className="font-medium">{t(`severity.${severity}`)}</legend>
          {phases.map((phase) => (
            <TextField
              key={phase}
              name={`terms.${severity}.${phase}`}
              type="number"
              min={1}
              max={incidentLimits.days}
              required
              label={t(`terms.${phase}`)}
              value={String(terms[severity][phase])}
              onChange={({ target }) =>
                setTerms({
                  ...terms,
                  [severity]: { ...terms[severity], [phase]: Number(target.value) },
                })
              }
            />
          ))}
        </fieldset>
      ))}
      <FormActions>
        <Button type="submit" variant="primary" busy={save.isPending}>
          {t("form.save")}
        </Button>
      </FormActions>
    </Form>
  );
}

function Found({ community: { id } }: { community: Community }) {
  const query = useQuery(termsQuery(id));
  return (
    <Loaded query={query}>
      {(kept) =>
        kept.can.change ? (
          <Setting key={kept.version} communityId={id} kept={kept} />
        ) : (
          <Reading terms={kept.terms} />
        )
      }
    </Loaded>
  );
}

/** By when a community wants to have dealt with incidents. */
export function IncidentTermsPage() {
  const { slug } = useParams({ from: "/c/$slug/incident-terms" });
  const { t } = useTranslation("systems");
  return (
    <CommunityFrame slug={slug} title={t("terms.title")}>
      {(community) => (
        <>
          <p className="max-w-measure text-lg text-pretty text-muted">{t("terms.lead")}</p>
          <Found community={community} />
        </>
      )}
    </CommunityFrame>
  );
}
