import { useTranslation } from "react-i18next";
import { TextArea } from "../../ui/text-area.tsx";
import type { BallotOf } from "../method-facts.ts";
import type { BallotFormProps } from "./ballot-form.ts";
import { ChoiceCards } from "./choice-cards.tsx";

const longestReason = 2000;
const needReason: readonly BallotOf<"consent">["stance"][] = ["disagree", "block"];

/** A stance on the proposal, and why: who disagrees or blocks has to say so. */
export function StanceBallot(props: BallotFormProps<"consent">) {
  const { options, value, onChange, isFixed, isSecret = false, faults } = props;
  const { t } = useTranslation("decisions");
  const cards = options.map((option) => ({ ...option, hint: t(`choice-hint.${option.id}`) }));
  const reason = value?.reason ?? "";
  const isNeeded = value !== null && needReason.includes(value.stance);
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
        <TextArea
          className="pt-2"
          label={t(isNeeded ? "ballot.reason" : "ballot.reason-optional")}
          hint={
            isFixed ? undefined : t(isSecret ? "ballot.reason-hint-secret" : "ballot.reason-hint")
          }
          error={faults.get("reason")}
          required={isNeeded}
          limit={longestReason}
          maxLength={longestReason}
          value={reason}
          onChange={({ target }) => onChange({ ...value, reason: target.value })}
        />
      )}
    </fieldset>
  );
}
