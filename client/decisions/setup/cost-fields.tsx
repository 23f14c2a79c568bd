import { type ReactNode, useState } from "react";
import type { Position } from "#shared/contract/claims.ts";
import { fundingLimits } from "#shared/contract/funding.ts";
import { utilities } from "#shared/funding/poll.ts";
import { hundredthsOf, typedOf, useMoney } from "../../funding/public.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { FieldSet } from "../../ui/field.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { SettingsOf } from "../method-facts.ts";
import { useWords } from "../words.ts";
import { complain, type FieldsProps } from "./fields.ts";

type BudgetSettings = SettingsOf<"budget">;

interface MoneyFieldProps {
  className?: string;
  /** The place in the request. */
  name: string;
  label: ReactNode;
  /** Hundredths; undefined before anything was typed. */
  value: number | undefined;
  /** undefined where what was typed is no amount */
  onMoney: (hundredths: number | undefined) => void;
  /** More than this is complained of. */
  most?: { readonly amount: number; readonly fault: string } | undefined;
}

/** An amount of money, kept as it is typed. */
function MoneyField(props: MoneyFieldProps) {
  const { name, label, value, onMoney, most, className = "max-w-64" } = props;
  const { t } = useWords();
  const [typed, setTyped] = useState(() => (value === undefined ? "" : typedOf(value)));
  const amount = hundredthsOf(typed);
  const isTooMuch = most !== undefined && amount !== null && amount > most.amount;
  const wrong = typed !== "" && amount === null ? t("setup.money-wrong") : "";
  return (
    <TextField
      name={name}
      required
      inputMode="decimal"
      className={className}
      label={label}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        onMoney(hundredthsOf(target.value) ?? undefined);
      }}
      ref={complain(isTooMuch ? most.fault : wrong)}
    />
  );
}

interface BudgetFieldsProps {
  settings: BudgetSettings;
  onChange: (settings: BudgetSettings) => void;
}

/** How much there is, of what, and how it is shared out. */
export function BudgetFields({ settings, onChange }: BudgetFieldsProps) {
  const { t } = useWords();
  const change = (more: Partial<BudgetSettings>) => onChange({ ...settings, ...more });
  return (
    <div className="space-y-4">
      <div className="grid max-w-xl gap-4 sm:grid-cols-2">
        <MoneyField
          name="settings.budget"
          label={t("setup.budget")}
          value={settings.budget}
          onMoney={(budget) => change({ budget: budget ?? 0 })}
        />
        <TextField
          name="settings.currency"
          required
          maxLength={fundingLimits.currency}
          className="max-w-64"
          label={t("setup.currency")}
          value={settings.currency}
          onChange={({ target }) => change({ currency: target.value })}
        />
      </div>
      <RadioGroup
        name="settings.utility"
        required
        label={t("setup.utility")}
        value={settings.utility}
        onChange={(utility) => change({ utility })}
        choices={utilities.map((value) => ({
          value,
          label: t(`setup.utility-${value}`),
          hint: t(`setup.utility-${value}-hint`),
        }))}
      />
      <Checkbox
        name="settings.completion"
        required={false}
        label={t("setup.completion")}
        hint={t("setup.completion-hint")}
        checked={settings.completion === "add1"}
        onChange={({ target }) => change({ completion: target.checked ? "add1" : "none" })}
      />
    </div>
  );
}

/** What each option costs. */
export function CostFields(props: FieldsProps & { positions: readonly Position[] }) {
  const { draft, onChange, positions } = props;
  const { t } = useWords();
  const { settings, positionIds } = draft;
  const money = useMoney("currency" in settings ? settings.currency : "");
  if (settings.method !== "budget") return null;
  const { budget, costs } = settings;
  const most = { amount: budget, fault: t("setup.cost-above", { budget: money(budget) }) };
  const cost = (id: string, amount: number | undefined) => {
    const others = Object.entries(costs).filter(([one]) => one !== id);
    const own = amount === undefined ? [] : [[id, amount] as const];
    onChange({ settings: { ...settings, costs: Object.fromEntries([...others, ...own]) } });
  };
  return (
    <FieldSet name="settings.costs" required label={t("setup.costs")} hint={t("setup.costs-hint")}>
      {() => (
        <div className="grid items-end gap-4 rounded-md border border-line-strong bg-surface px-4 py-3 sm:grid-cols-2">
          {positions
            .filter(({ id }) => positionIds?.includes(id) ?? true)
            .map(({ id, title }) => (
              <MoneyField
                key={id}
                className="min-w-0 self-end"
                name={`settings.costs.${id}`}
                label={<bdi>{title}</bdi>}
                value={costs[id]}
                onMoney={(amount) => cost(id, amount)}
                most={most}
              />
            ))}
        </div>
      )}
    </FieldSet>
  );
}
