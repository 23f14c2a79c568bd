import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { BallotFormProps } from "./ballot-form.ts";
import { faultProps, OptionCard } from "./option-card.tsx";

/** Any number of choices: a card each, with a box to tick. */
export function ApprovalBallot(props: BallotFormProps<"approval">) {
  const { options, value, onChange, isFixed, faults } = props;
  const { t } = useTranslation("decisions");
  const name = useId();
  const approved = value?.approved ?? [];
  const turn = (id: string, isOn: boolean) => {
    const isApproved = (option: string) => (option === id ? isOn : approved.includes(option));
    // In the decision's order: two ballots that say the same are the same.
    const chosen = options.map((option) => option.id).filter(isApproved);
    onChange({ method: "approval", approved: chosen });
  };
  return (
    <fieldset disabled={isFixed} className="min-w-0 space-y-2">
      <legend className="pb-2 text-muted">{t("ballot.approval")}</legend>
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
                type="checkbox"
                checked={approved.includes(id)}
                onChange={(event) => turn(id, event.target.checked)}
                className="size-5 shrink-0 rounded-sm accent-accent outline-none"
                {...faultProps(control, fault)}
              />
            }
          />
        );
      })}
    </fieldset>
  );
}
