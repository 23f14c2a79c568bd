import { useTranslation } from "react-i18next";
import type { BallotFormProps } from "./ballot-form.ts";
import { ChoiceCards } from "./choice-cards.tsx";

/** One choice: a card each, one of which is pressed. */
export function PluralityBallot(props: BallotFormProps<"plurality">) {
  const { options, value, onChange, isFixed, faults } = props;
  const { t } = useTranslation("decisions");
  return (
    <fieldset disabled={isFixed} className="min-w-0 space-y-2">
      <legend className="pb-2 text-muted">{t("ballot.plurality")}</legend>
      <ChoiceCards
        options={options}
        chosen={value?.choice ?? null}
        onChoose={(choice) => onChange({ method: "plurality", choice })}
        faults={faults}
      />
    </fieldset>
  );
}
