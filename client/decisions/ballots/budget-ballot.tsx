import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { FieldError } from "../../ui/field.tsx";
import { isolated } from "../../ui/isolated.ts";
import type { BallotFormProps } from "./ballot-form.ts";
import { faultProps } from "./option-card.tsx";

/** What each option is given; 0 where it is not named. */
type Given = Readonly<Record<string, number>>;

interface BudgetBallotProps extends Pick<BallotFormProps, "options" | "isFixed" | "faults"> {
  /** What to do. */
  legend: ReactNode;
  given: Given;
  onGive: (given: Record<string, number>) => void;
  /** What a number costs. */
  costOf: (amount: number) => number;
  credits: number;
  /** Numbers below zero are votes against. */
  allowsAgainst?: boolean;
  /** "9 of 10 points left" */
  sayLeft: (left: number) => string;
  /** What is said after a number: what it costs. */
  sayCost?: (cost: number) => string;
}

/** The largest number, of either sign, that so many credits pay for. */
function mostFor(credits: number, costOf: BudgetBallotProps["costOf"]): number {
  let most = 0;
  while (costOf(most + 1) <= credits) most += 1;
  return most;
}

interface RowProps {
  title: string;
  amount: number;
  least: number;
  most: number;
  onAmount: (amount: number) => void;
  cost: string | null;
  fault: string | undefined;
}

/** A number, with a button for one more and one for one less. */
function Stepper({ id, title, amount, least, most, onAmount, fault }: RowProps & { id: string }) {
  const { t } = useTranslation("decisions");
  const step = (by: 1 | -1) => {
    const isPossible = by > 0 ? amount < most : amount > least;
    return (
      <IconButton
        icon={by > 0 ? "plus" : "minus"}
        label={t(by > 0 ? "ballot.one-more" : "ballot.one-less", { title: isolated(title) })}
        aria-disabled={!isPossible || undefined}
        className={isPossible ? undefined : "opacity-40!"}
        onClick={() => {
          if (isPossible) onAmount(amount + by);
        }}
      />
    );
  };
  return (
    <>
      {step(-1)}
      <input
        type="number"
        inputMode="numeric"
        id={id}
        aria-label={t("ballot.votes-for", { title: isolated(title) })}
        min={least}
        max={most}
        step={1}
        value={amount}
        onChange={({ target }) => {
          const typed = Math.round(Number(target.value));
          if (Number.isFinite(typed)) onAmount(Math.min(most, Math.max(least, typed)));
        }}
        className="control w-18! text-center tabular-nums"
        {...faultProps(id, fault)}
      />
      {step(1)}
    </>
  );
}

function BudgetRow(props: RowProps) {
  const { title, amount, cost, fault } = props;
  const id = useId();
  return (
    <li
      className={cx(
        "flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border px-4 py-3",
        amount === 0 ? "border-line-strong bg-surface" : "border-accent bg-accent-soft",
        fault && "border-danger!",
      )}
    >
      <span dir="auto" className="min-w-0 flex-1 basis-60 font-serif text-lg leading-7">
        {title}
      </span>
      <span className="ms-auto flex items-center gap-1">
        {cost && <span className="me-2 text-sm text-muted tabular-nums">{cost}</span>}
        <Stepper id={id} {...props} />
      </span>
      <div className="basis-full empty:hidden">
        <FieldError id={id}>{fault}</FieldError>
      </div>
    </li>
  );
}

/** How much is left, as a number and a length. */
function Left({ left, credits, said }: { left: number; credits: number; said: string }) {
  return (
    <div className="sticky top-14 z-10 -mx-1 mb-2 bg-surface px-1 py-2">
      <p role="status" className="font-medium tabular-nums">
        {said}
      </p>
      <div aria-hidden="true" className="mt-1 h-2 overflow-hidden rounded-full bg-sunken">
        <div
          className="h-full rounded-full bg-accent transition-[width] duration-150"
          style={{ width: `${(100 * left) / credits}%` }}
        />
      </div>
    </div>
  );
}

/** A number for each option, all of them out of one purse; nothing can be given that it does not pay. */
export function BudgetBallot(props: BudgetBallotProps) {
  const { options, isFixed, faults, legend, given, onGive, costOf, credits } = props;
  const amounts = new Map(Object.entries(given));
  const amountOf = (id: string) => amounts.get(id) ?? 0;
  const spent = options.reduce((sum, { id }) => sum + costOf(amountOf(id)), 0);
  const left = Math.max(0, credits - spent);
  const give = (id: string, amount: number) => {
    const next = options.flatMap((option): [string, number][] => {
      const one = option.id === id ? amount : amountOf(option.id);
      return one === 0 ? [] : [[option.id, one]];
    });
    onGive(Object.fromEntries(next));
  };
  return (
    <fieldset disabled={isFixed} className="min-w-0">
      <legend className="pb-1 text-muted">{legend}</legend>
      <Left left={left} credits={credits} said={props.sayLeft(left)} />
      <ul className="space-y-2">
        {options.map(({ id, title }) => {
          const amount = amountOf(id);
          const most = mostFor(left + costOf(amount), costOf);
          return (
            <BudgetRow
              key={id}
              title={title}
              amount={amount}
              least={props.allowsAgainst ? -most : 0}
              most={most}
              onAmount={(next) => give(id, next)}
              cost={amount === 0 ? null : (props.sayCost?.(costOf(amount)) ?? null)}
              fault={faults.get(id)}
            />
          );
        })}
      </ul>
    </fieldset>
  );
}
