import { useTranslation } from "react-i18next";
import { TextArea } from "../../ui/text-area.tsx";
import type { BallotOf } from "../method-facts.ts";
import type { BallotFormProps } from "./ballot-form.ts";
import { ChoiceCards } from "./choice-cards.tsx";

const longestReason = 2000;
const needReason: readonly BallotOf<"consent">["stance"][] = ["disagree", "block"];

interface StanceReasonProps {
  value: BallotOf<"consent">;
  onChange: (ballot: BallotOf<"consent">) => void;
  isFixed: boolean;
  isSecret: boolean;
  fault: string | undefined;
}

function StanceReason({ value, onChange, isFixed, isSecret, fault }: StanceReasonProps) {
  const { t } = useTranslation("decisions");
  const isNeeded = needReason.includes(value.stance);
  const hint = t(isSecret ? "ballot.reason-hint-secret" : "ballot.reason-hint");
  return (
    <TextArea
      className="pt-2"
      label={t(isNeeded ? "ballot.reason" : "ballot.reason-optional")}
      hint={isFixed ? undefined : hint}
      error={fault}
      required={isNeeded}
      limit={longestReason}
      maxLength={longestReason}
      value={value.reason}
      onChange={({ target }) => onChange({ ...value, reason: target.value })}
    />
  );
}

/** A stance on the proposal, and why: who disagrees or blocks has to say so. */
export function StanceBallot(props: BallotFormProps<"consent">) {
  const { options, value, onChange, isFixed, isSecret = false, faults } = props;
  const { t } = useTranslation("decisions");
  const cards = options.map((option) => ({ ...option, hint: t(`choice-hint.${option.id}`) }));
  const reason = value?.reason ?? "";
  return (
    <fieldset disabled={isFixed} className="min-w-0 space-y-2">
      <legend className="pb-2 text-muted">{t("ballot.consent")}</legend>
      <ChoiceCards
        options={cards}
        chosen={value?.stance ?? null}
        // The options are the method's own stances.
        onChoose={(stance) =>
          onChange({ method: "consent", stance, reason } as BallotOf<"consent">)
        }
        faults={faults}
      />
      {value && (!isFixed || reason !== "") && (
        <StanceReason
          value={value}
          onChange={onChange}
          isFixed={isFixed}
          isSecret={isSecret}
          fault={faults.get("reason")}
        />
      )}
    </fieldset>
  );
}
