import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { fundingLimits } from "#shared/contract/funding.ts";
import { fundingRules } from "#shared/funding/settings.ts";
import { RadioGroup } from "../ui/radio-group.tsx";
import { Select } from "../ui/select.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { Plan } from "./plan.ts";
import { debatesToLinkQuery } from "./queries.ts";

interface FieldsProps {
  plan: Plan;
  onChange: (change: Partial<Plan>) => void;
}

const forms = ["approval", "cumulative", "ranked"] as const;

function useField({ plan, onChange }: FieldsProps) {
  return (name: keyof Plan) => ({
    name,
    value: plan[name],
    onChange: ({ target }: { target: { value: string } }) => onChange({ [name]: target.value }),
  });
}

function AboutFields(props: FieldsProps) {
  const { t } = useTranslation("funding");
  const field = useField(props);
  return (
    <>
      <TextField
        {...field("title")}
        required
        minLength={3}
        maxLength={fundingLimits.title}
        dir="auto"
        label={t("plan.title")}
      />
      <TextArea
        {...field("about")}
        limit={fundingLimits.about}
        dir="auto"
        label={t("plan.about")}
        hint={t("plan.about-hint")}
      />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <TextField {...field("budget")} required inputMode="decimal" label={t("plan.budget")} />
        <TextField
          {...field("currency")}
          required
          maxLength={fundingLimits.currency}
          label={t("plan.currency")}
          hint={t("plan.currency-hint")}
        />
      </div>
    </>
  );
}

/** What bounds the matching of pledges. */
function MatchingFields(props: FieldsProps) {
  const { t } = useTranslation("funding");
  const field = useField(props);
  return (
    <div className="grid items-end gap-5 sm:grid-cols-2">
      <TextField
        {...field("pairBound")}
        type="number"
        min={1}
        label={t("plan.pair-bound")}
        hint={t("plan.pair-bound-hint")}
      />
      <TextField
        {...field("cap")}
        inputMode="decimal"
        label={t("plan.cap")}
        hint={t("plan.cap-hint")}
      />
    </div>
  );
}

function RuleFields(props: FieldsProps) {
  const { t } = useTranslation("funding");
  const { plan, onChange } = props;
  const field = useField(props);
  const isQuadratic = plan.rule === "quadratic";
  return (
    <>
      <RadioGroup
        required
        label={t("plan.rule")}
        name="rule"
        value={plan.rule}
        onChange={(rule) => onChange({ rule, most: rule === "quadratic" ? "100" : "10" })}
        choices={fundingRules.map((value) => ({
          value,
          label: t(`rule.${value}`),
          hint: t(`rule-hint.${value}`),
        }))}
      />
      {!isQuadratic && (
        <RadioGroup
          required
          label={t("plan.form")}
          name="form"
          value={plan.form}
          onChange={(form) => onChange({ form })}
          choices={forms.map((value) => ({
            value,
            label: t(`form.${value}`),
            hint: t(`form-hint.${value}`),
          }))}
        />
      )}
      <TextField
        {...field("most")}
        required
        type="number"
        min={1}
        max={1_000_000}
        className="max-w-72"
        label={t(isQuadratic || plan.form === "cumulative" ? "plan.credits" : "plan.most")}
      />
      {isQuadratic && <MatchingFields {...props} />}
    </>
  );
}

/** The debate in which the community argues about it. */
function DebateField({ plan, communityId, onChange }: FieldsProps & { communityId: string }) {
  const { t } = useTranslation("funding");
  const { data } = useQuery(debatesToLinkQuery(communityId));
  return (
    <Select
      name="debateId"
      label={t("plan.debate")}
      hint={t("plan.debate-hint")}
      value={plan.debateId}
      onChange={({ target }) => onChange({ debateId: target.value })}
    >
      <option value="">{t("plan.no-debate")}</option>
      {data?.items.map(({ id, question }) => (
        <option key={id} value={id}>
          {question}
        </option>
      ))}
    </Select>
  );
}

function TimesFields(props: FieldsProps) {
  const { t } = useTranslation("funding");
  const field = useField(props);
  return (
    <div className="grid items-end gap-5 sm:grid-cols-2">
      <TextField
        {...field("opensAt")}
        type="datetime-local"
        label={t("plan.opens-at")}
        hint={t("plan.opens-at-hint")}
      />
      <TextField
        {...field("closesAt")}
        type="datetime-local"
        required
        label={t("plan.closes-at")}
        hint={t("plan.closes-at-hint")}
      />
    </div>
  );
}

/** All that a round is to be. */
export function PlanFields({ communityId, ...props }: FieldsProps & { communityId: string }) {
  return (
    <>
      <AboutFields {...props} />
      <DebateField {...props} communityId={communityId} />
      <RuleFields {...props} />
      <TimesFields {...props} />
    </>
  );
}
