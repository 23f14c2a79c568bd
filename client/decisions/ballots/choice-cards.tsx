import { useId } from "react";
import { faultProps, OptionCard } from "./option-card.tsx";

interface Card {
  readonly id: string;
  readonly title: string;
  readonly hint?: string | undefined;
}

interface ChoiceCardsProps {
  options: readonly Card[];
  chosen: string | null;
  onChoose: (id: string) => void;
  faults: ReadonlyMap<string, string>;
}

/** A card for each option, one of which is pressed. */
export function ChoiceCards({ options, chosen, onChoose, faults }: ChoiceCardsProps) {
  const name = useId();
  return options.map(({ id, title, hint }) => {
    const control = `${name}-${id}`;
    const fault = faults.get(id);
    return (
      <OptionCard
        key={id}
        id={control}
        title={title}
        hint={hint}
        fault={fault}
        control={
          <input
            id={control}
            type="radio"
            name={name}
            value={id}
            checked={chosen === id}
            onChange={() => onChoose(id)}
            className="size-5 shrink-0 accent-accent outline-none"
            {...faultProps(control, fault)}
          />
        }
      />
    );
  });
}
