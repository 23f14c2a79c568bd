import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { BallotFormProps } from "./ballot-form.ts";
import { faultProps, OptionCard } from "./option-card.tsx";

interface ApprovalCardsProps extends Pick<BallotFormProps, "options" | "isFixed" | "faults"> {
  /** What to do. */
  legend: ReactNode;
  approved: readonly string[];
  onApprove: (approved: string[]) => void;
  /** What is said below an option. */
  hintOf?: (id: string) => string | undefined;
}

/** A card for each option, with a box to tick. */
export function ApprovalCards(props: ApprovalCardsProps) {
  const { options, isFixed, faults, legend, approved, onApprove, hintOf } = props;
  const name = useId();
  const turn = (id: string, isOn: boolean) => {
    const isApproved = (option: string) => (option === id ? isOn : approved.includes(option));
    // In the decision's order: two ballots that say the same are the same.
    onApprove(options.map((option) => option.id).filter(isApproved));
  };
  return (
    <fieldset disabled={isFixed} className="min-w-0 space-y-2">
      <legend className="pb-2 text-muted">{legend}</legend>
      {options.map(({ id, title }) => {
        const control = `${name}-${id}`;
        const fault = faults.get(id);
        return (
          <OptionCard
            key={id}
            id={control}
            title={title}
            hint={hintOf?.(id)}
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

/** Any number of choices. */
export function ApprovalBallot({ value, onChange, ...rest }: BallotFormProps<"approval">) {
  const { t } = useTranslation("decisions");
  return (
    <ApprovalCards
      {...rest}
      legend={t("ballot.approval")}
      approved={value?.approved ?? []}
      onApprove={(approved) => onChange({ method: "approval", approved })}
    />
  );
}
