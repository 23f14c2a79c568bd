import { useTranslation } from "react-i18next";
import { systemLimits } from "#shared/contract/systems.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { CardWords } from "./card.tsx";

export type Evaluation = CardWords["evaluations"][number];

const blank: Evaluation = { measured: "", value: "", on: "", by: "", url: "" };
const limits = { measured: 200, value: 100, by: 120 } as const;

interface FieldsProps {
  at: number;
  evaluation: Evaluation;
  onChange: (change: Partial<Evaluation>) => void;
  onRemove: () => void;
}

function Fields({ at, evaluation, onChange, onRemove }: FieldsProps) {
  const { t } = useTranslation("systems");
  const field = (name: keyof Evaluation) => ({
    name: `evaluations.${at}.${name}`,
    label: t(`evaluation.${name}`),
    value: evaluation[name],
    required: true,
    onChange: ({ target }: { target: { value: string } }) => onChange({ [name]: target.value }),
  });
  return (
    <li className="space-y-4 border-s-2 border-line-strong ps-4">
      <TextField {...field("measured")} maxLength={limits.measured} dir="auto" />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField {...field("value")} maxLength={limits.value} dir="auto" />
        <TextField {...field("on")} type="date" />
        <TextField {...field("by")} maxLength={limits.by} dir="auto" />
      </div>
      <TextField {...field("url")} type="url" dir="ltr" />
      <Button size="small" variant="quiet" icon="close" onClick={onRemove}>
        {t("form.removeEvaluation", { number: at + 1 })}
      </Button>
    </li>
  );
}

interface EvaluationFieldsProps {
  evaluations: readonly Evaluation[];
  onChange: (evaluations: readonly Evaluation[]) => void;
}

/** What was measured, one after the other. */
export function EvaluationFields({ evaluations, onChange }: EvaluationFieldsProps) {
  const { t } = useTranslation("systems");
  const change = (place: number, more: Partial<Evaluation>) =>
    onChange(evaluations.map((one, at) => (at === place ? { ...one, ...more } : one)));
  return (
    <fieldset className="space-y-4">
      <legend className="text-[0.9375rem] font-medium">{t("evaluations")}</legend>
      <ol className="space-y-6">
        {evaluations.map((evaluation, at) => (
          <Fields
            // They have no ids; none is moved.
            key={at}
            at={at}
            evaluation={evaluation}
            onChange={(more) => change(at, more)}
            onRemove={() => onChange(evaluations.filter((_, place) => place !== at))}
          />
        ))}
      </ol>
      {evaluations.length < systemLimits.evaluations && (
        <Button size="small" icon="plus" onClick={() => onChange([...evaluations, blank])}>
          {t("form.addEvaluation")}
        </Button>
      )}
    </fieldset>
  );
}
