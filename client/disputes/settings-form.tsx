import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { changeDisputeSettings, type DisputeSettings } from "#shared/contract/disputes.ts";
import { ApiError, call } from "../lib/api.ts";
import { useOpened } from "../lib/use-opened.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.ts";
import { settingsQuery } from "./queries.ts";

/** The longest that each stage may last, in hours. */
const longest = {
  statementsHours: 720,
  drawingHours: 168,
  deliberationHours: 720,
  votingHours: 336,
  revealingHours: 168,
} as const;
type Stage = keyof typeof longest;
const stages = Object.keys(longest) as Stage[];

const numberOf = (data: FormData, name: string) => Number(data.get(name));

/** The settings as the form has them. */
export function settingsIn(data: FormData, version: number): DisputeSettings {
  return {
    statementsHours: numberOf(data, "statementsHours"),
    drawingHours: numberOf(data, "drawingHours"),
    deliberationHours: numberOf(data, "deliberationHours"),
    votingHours: numberOf(data, "votingHours"),
    revealingHours: numberOf(data, "revealingHours"),
    signaturesPercent: numberOf(data, "signaturesPercent"),
    suspendsDecisions: data.get("suspendsDecisions") !== null,
    version,
  };
}

interface FieldsProps {
  communityId: string;
  /** As they were when the form was opened: what others change meanwhile is a conflict, not a surprise. */
  opened: DisputeSettings;
  onReload: () => void;
}

function Numbers({ opened }: Pick<FieldsProps, "opened">) {
  const { t } = useTranslation("disputes");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {stages.map((stage) => (
        <TextField
          key={stage}
          type="number"
          name={stage}
          label={t(`settings.${stage}`)}
          required
          min={1}
          max={longest[stage]}
          step={1}
          inputMode="numeric"
          defaultValue={opened[stage]}
        />
      ))}
      <TextField
        type="number"
        name="signaturesPercent"
        label={t("settings.signaturesPercent")}
        required
        min={1}
        max={100}
        step={1}
        inputMode="numeric"
        defaultValue={opened.signaturesPercent}
      />
    </div>
  );
}

function Fields({ communityId, opened, onReload }: FieldsProps) {
  const { t } = useTranslation("disputes");
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (data: FormData) =>
      call(changeDisputeSettings, {
        params: { communityId },
        body: settingsIn(data, opened.version),
      }),
    onSuccess: (now) => {
      queries.setQueryData(settingsQuery(communityId).queryKey, now);
      toast({ title: t("settings.saved"), tone: "good" });
      onReload();
    },
  });
  const isStale = save.error instanceof ApiError && save.error.code === "stale-version";
  return (
    <Form error={save.error} onSubmit={(data) => save.mutate(data)}>
      <p className="text-muted">{t("settings.lead")}</p>
      <Numbers opened={opened} />
      <Checkbox
        name="suspendsDecisions"
        label={t("settings.suspendsDecisions")}
        hint={t("settings.suspendsDecisionsHint")}
        defaultChecked={opened.suspendsDecisions}
      />
      <FormActions>
        <Button type="submit" variant="primary" busy={save.isPending}>
          {t("settings.save")}
        </Button>
        {isStale && <Button onClick={onReload}>{t("settings.reload")}</Button>}
      </FormActions>
    </Form>
  );
}

function Opened({ communityId, now }: { communityId: string; now: DisputeSettings }) {
  const [opened, reload] = useOpened(settingsQuery(communityId).queryKey, now);
  return (
    <Fields key={opened.version} communityId={communityId} opened={opened} onReload={reload} />
  );
}

/** How long the stages of a dispute last here, and what else holds. */
export function DisputeSettingsForm({ communityId }: { communityId: string }) {
  const query = useQuery(settingsQuery(communityId));
  return <Loaded query={query}>{(now) => <Opened communityId={communityId} now={now} />}</Loaded>;
}
