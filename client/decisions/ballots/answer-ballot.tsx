import { useTranslation } from "react-i18next";
import type { BallotOf } from "../method-facts.ts";
import type { BallotFormProps } from "./ballot-form.ts";
import { ChoiceCards } from "./choice-cards.tsx";

/** Yes, no, or neither. */
export function AnswerBallot(props: BallotFormProps<"yes-no">) {
  const { options, value, onChange, isFixed, faults } = props;
  const { t } = useTranslation("decisions");
  return (
    <fieldset disabled={isFixed} className="min-w-0 space-y-2">
      <legend className="pb-2 text-muted">{t("ballot.yes-no")}</legend>
      <ChoiceCards
        options={options}
        chosen={value?.answer ?? null}
        // The options are the method's own answers.
        onChoose={(answer) => onChange({ method: "yes-no", answer } as BallotOf<"yes-no">)}
        faults={faults}
      />
    </fieldset>
  );
}
