import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Panel } from "#shared/contract/panels.ts";
import { panelLimits, volunteer, withdrawFromPanel } from "#shared/contract/panels.ts";
import type { DeclaredGroups } from "#shared/contract/representation.ts";
import { call } from "../lib/api.ts";
import { groupsQuery } from "../representation/public.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { PanelProps } from "./props.ts";
import { paramsOf, useAct } from "./use-act.ts";
import { useWords } from "./words.ts";

type Answers = Readonly<Record<string, string>>;

/** What somebody declared about themselves anyway, where the panel asks the same; they look at it before they send it. */
function declared(attributes: Panel["attributes"], groups: DeclaredGroups | undefined): Answers {
  const said = groups?.mine ?? [];
  return Object.fromEntries(
    attributes.flatMap(({ name, values }) => {
      const same = groups?.attributes.find((one) => one.name === name);
      const valueId = said.find(({ attributeId }) => attributeId === same?.id)?.valueId;
      const value = same?.values.find(({ id }) => id === valueId)?.name;
      return values.some((one) => one.value === value) ? [[name, value ?? ""]] : [];
    }),
  );
}

interface AnswerFieldsProps {
  attributes: Panel["attributes"];
  answers: Answers;
  onChange: (answers: Answers) => void;
}

function AnswerFields({ attributes, answers, onChange }: AnswerFieldsProps) {
  const { t } = useWords();
  return attributes.map(({ name, values }) => (
    <Select
      key={name}
      name={`answers.${name}`}
      required
      label={<bdi>{name}</bdi>}
      value={answers[name] ?? ""}
      onChange={({ target }) => onChange({ ...answers, [name]: target.value })}
    >
      <option value="">{t("join.choose")}</option>
      {values.map(({ value }) => (
        <option key={value} value={value}>
          {value}
        </option>
      ))}
    </Select>
  ));
}

function Household(props: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  return (
    <TextField
      name="household"
      maxLength={panelLimits.household}
      dir="auto"
      label={t("join.household")}
      hint={t("join.householdHint")}
      value={props.value}
      onChange={({ target }) => props.onChange(target.value)}
    />
  );
}

/** Where a member comes forward, says anew what they are, or steps back. */
export function VolunteerForm({ panel, community }: PanelProps) {
  const { t } = useWords();
  const { mine, attributes } = panel;
  const { data: groups } = useQuery(groupsQuery(community.id));
  const [typed, setTyped] = useState<Answers>({});
  const [household, setHousehold] = useState(mine?.household ?? "");
  const answers = { ...declared(attributes, groups), ...mine?.answers, ...typed };
  const body = { answers, household: household.trim() || null };
  const join = useAct(panel, () => call(volunteer, { params: paramsOf(panel), body }));
  const leave = useAct(panel, async () => {
    await call(withdrawFromPanel, { params: paramsOf(panel) });
    setTyped({});
    setHousehold("");
    return undefined;
  });
  return (
    <Card as="section" aria-labelledby="join-title" className="max-w-measure">
      <h2 id="join-title" className="text-2xl">
        {t(mine ? "join.in" : "join.title")}
      </h2>
      <p className="mt-2 text-muted">{t("join.private")}</p>
      <Form className="mt-5" error={join.error ?? leave.error} onSubmit={() => join.mutate()}>
        <AnswerFields attributes={attributes} answers={answers} onChange={setTyped} />
        {panel.onePerHousehold && <Household value={household} onChange={setHousehold} />}
        <FormActions>
          <Button type="submit" variant="primary" icon="check" busy={join.isPending}>
            {t(mine ? "join.save" : "join.go")}
          </Button>
          {mine && (
            <Button variant="quiet" busy={leave.isPending} onClick={() => leave.mutate()}>
              {t("join.leave")}
            </Button>
          )}
        </FormActions>
      </Form>
    </Card>
  );
}
