import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  editProject,
  fundingLimits,
  type FundingProject,
  type ProjectPlan,
  proposeProject,
} from "#shared/contract/funding.ts";
import { call } from "../lib/api.ts";
import { useSaving } from "../lib/use-saving.ts";
import { Form } from "../ui/form.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { milestonesIn, textOfMilestones } from "./milestones.ts";
import { hundredthsOf, typedOf } from "./money.ts";
import { refreshFunding, type RoundIds } from "./queries.ts";

interface Draft {
  readonly title: string;
  readonly summary: string;
  readonly team: string;
  readonly cost: string;
  readonly least: string;
  readonly milestones: string;
  readonly openness: string;
}

const blank: Draft = {
  title: "",
  summary: "",
  team: "",
  cost: "",
  least: "",
  milestones: "",
  openness: "",
};

const draftOf = (project: FundingProject): Draft => ({
  ...project,
  cost: typedOf(project.cost),
  least: project.least === project.cost ? "" : typedOf(project.least),
  milestones: textOfMilestones(project.milestones),
});

function wireOf({ title, summary, team, cost, least, milestones, openness }: Draft): ProjectPlan {
  const asked = hundredthsOf(cost) ?? 0;
  const enough = least.trim() === "" ? asked : (hundredthsOf(least) ?? 0);
  const said = { title, summary, team, openness };
  return { ...said, cost: asked, least: enough, milestones: milestonesIn(milestones) };
}

interface FieldsProps {
  draft: Draft;
  currency: string;
  onChange: (change: Partial<Draft>) => void;
}

function Fields({ draft, currency, onChange }: FieldsProps) {
  const { t } = useTranslation("funding");
  const field = (name: keyof Draft) => ({
    name,
    value: draft[name],
    onChange: ({ target }: { target: { value: string } }) => onChange({ [name]: target.value }),
  });
  const title = { required: true, minLength: 3, maxLength: fundingLimits.title, dir: "auto" };
  const text = { limit: fundingLimits.summary, dir: "auto" };
  return (
    <>
      <TextField {...field("title")} {...title} label={t("project.title")} />
      <TextArea {...field("summary")} {...text} label={t("project.summary")} />
      <TextField {...field("team")} maxLength={200} dir="auto" label={t("project.team")} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          {...field("cost")}
          required
          inputMode="decimal"
          label={t("project.cost", { currency })}
        />
        <TextField
          {...field("least")}
          inputMode="decimal"
          label={t("project.least", { currency })}
          hint={t("project.least-hint")}
        />
      </div>
      <TextArea
        {...field("milestones")}
        dir="auto"
        label={t("project.milestones")}
        hint={t("project.milestones-hint")}
      />
      <TextArea
        {...field("openness")}
        {...text}
        label={t("project.openness")}
        hint={t("project.openness-hint")}
      />
    </>
  );
}

interface ProjectFormProps extends RoundIds {
  currency: string;
  /** What is changed; left out for a new one. */
  project?: FundingProject;
  onDone: () => void;
}

/** Proposes a project, or changes one's own. */
export function ProjectForm({ project, currency, onDone, ...params }: ProjectFormProps) {
  const { t } = useTranslation("funding");
  const cache = useQueryClient();
  const [draft, setDraft] = useState(project ? draftOf(project) : blank);
  const save = useSaving({
    send: () =>
      project
        ? call(editProject, {
            params: { ...params, projectId: project.id },
            body: { ...wireOf(draft), version: project.version },
          })
        : call(proposeProject, { params, body: wireOf(draft) }),
    refresh: () => refreshFunding(cache, params.communityId),
    onDone,
  });
  return (
    <Form error={save.error} onSubmit={() => save.mutate()} className="max-w-measure">
      <Fields
        draft={draft}
        currency={currency}
        onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
      />
      <SubmitOrCancel
        label={t(project ? "project.save" : "project.propose")}
        busy={save.isPending}
        onCancel={onDone}
      />
    </Form>
  );
}
