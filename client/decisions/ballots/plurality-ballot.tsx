import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { BallotFormProps } from "./ballot-form.ts";
import { faultProps, OptionCard } from "./option-card.tsx";

/** One choice: a card each, one of which is pressed. */
export function PluralityBallot(props: BallotFormProps<"plurality">) {
  const { options, value, onChange, isFixed, faults } = props;
  const { t } = useTranslation("decisions");
  const name = useId();
  return (
    <fieldset disabled={isFixed} className="min-w-0 space-y-2">
      <legend className="pb-2 text-muted">{t("ballot.plurality")}</legend>
      {options.map(({ id, title }) => {
        const control = `${name}-${id}`;
        const fault = faults.get(id);
        return (
          <OptionCard
            key={id}
            id={control}
            title={title}
            fault={fault}
            control={
              <input
                id={control}
                type="radio"
                name={name}
                value={id}
                checked={value?.choice === id}
                onChange={() => onChange({ method: "plurality", choice: id })}
                className="size-5 shrink-0 accent-accent outline-none"
                {...faultProps(control, fault)}
              />
            }
          />
        );
      })}
    </fieldset>
  );
}
