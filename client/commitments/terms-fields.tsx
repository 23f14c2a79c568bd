import { useTranslation } from "react-i18next";
import { commitmentLimits } from "#shared/contract/commitments.ts";
import { MemberPicker } from "../delegations/public.ts";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { Terms, Whole } from "./draft.ts";

interface FieldsProps<T> {
  communityId: string;
  value: T;
  onChange: (change: Partial<T>) => void;
}

interface TermsFieldsProps extends FieldsProps<Terms> {
  /** Where they stand in the request: empty, or `parts.0.`. */
  at: string;
}

/** What is to be done, by whom, and when it counts as kept; the same of a whole and of a part. */
export function TermsFields({ communityId, at, value, onChange }: TermsFieldsProps) {
  const { t } = useTranslation("commitments");
  return (
    <>
      <TextField
        name={`${at}title`}
        required
        minLength={3}
        maxLength={commitmentLimits.title}
        dir="auto"
        label={t("column.title")}
        value={value.title}
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <TextArea
        name={`${at}criterion`}
        required
        limit={commitmentLimits.criterion}
        dir="auto"
        label={t("criterion")}
        hint={t("new.criterionHint")}
        value={value.criterion}
        onChange={({ target }) => onChange({ criterion: target.value })}
      />
      <MemberPicker
        communityId={communityId}
        label={t("column.owner")}
        name={`${at}ownerId`}
        value={value.owner}
        onChange={(owner) => onChange({ owner })}
        taken={[]}
      />
    </>
  );
}

interface DueFieldProps {
  at: string;
  value: string;
  onChange: (dueAt: string) => void;
}

export function DueField({ at, value, onChange }: DueFieldProps) {
  const { t } = useTranslation("commitments");
  return (
    <TextField
      name={`${at}dueAt`}
      type="date"
      required
      label={t("column.due")}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

interface WeightFieldProps extends DueFieldProps {
  hint?: string | undefined;
}

export function WeightField({ at, value, onChange, hint }: WeightFieldProps) {
  const { t } = useTranslation("commitments");
  return (
    <TextField
      name={`${at}weight`}
      type="number"
      min={1}
      max={commitmentLimits.weight}
      required
      label={t("part.weight")}
      hint={hint}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** The terms of a whole: with what it may cost, and when others review it. */
export function WholeFields({ communityId, value, onChange }: FieldsProps<Whole>) {
  const { t } = useTranslation("commitments");
  return (
    <>
      <TermsFields at="" communityId={communityId} value={value} onChange={onChange} />
      <TextField
        name="budget"
        maxLength={commitmentLimits.budget}
        dir="auto"
        label={t("new.budget")}
        value={value.budget}
        onChange={({ target }) => onChange({ budget: target.value })}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <DueField at="" value={value.dueAt} onChange={(dueAt) => onChange({ dueAt })} />
        <TextField
          name="reviewAt"
          type="date"
          required
          label={t("reviewAt")}
          value={value.reviewAt}
          onChange={({ target }) => onChange({ reviewAt: target.value })}
        />
      </div>
    </>
  );
}
