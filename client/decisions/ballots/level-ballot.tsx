import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { FieldError } from "../../ui/field.tsx";
import { isolated } from "../../ui/isolated.ts";
import type { BallotFormProps } from "./ballot-form.ts";

interface LevelBallotProps extends Pick<BallotFormProps, "options" | "isFixed" | "faults"> {
  /** What to do. */
  legend: ReactNode;
  /** What the levels are called, the lowest first. */
  levels: readonly string[];
  given: Readonly<Record<string, number>>;
  onGive: (given: Record<string, number>) => void;
}

interface LevelProps {
  name: string;
  label: string;
  isChosen: boolean;
  onChoose: () => void;
}

/** One level as a button that stays pressed. */
function Level({ name, label, isChosen, onChoose }: LevelProps) {
  return (
    <label
      className={cx(
        "relative grid min-h-control place-items-center rounded-md border border-line-strong bg-surface px-3 text-[0.9375rem] font-medium",
        "has-checked:border-accent has-checked:bg-accent has-checked:text-accent-ink has-enabled:hover:border-ink",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
      )}
    >
      <input
        type="radio"
        name={name}
        checked={isChosen}
        onChange={onChoose}
        className="absolute inset-0 cursor-pointer opacity-0"
      />
      {label}
    </label>
  );
}

interface RowProps {
  title: string;
  levels: readonly string[];
  level: number | undefined;
  onLevel: (level: number | undefined) => void;
  fault: string | undefined;
}

function LevelRow({ title, levels, level, onLevel, fault }: RowProps) {
  const { t } = useTranslation("decisions");
  const id = useId();
  const bestFirst = levels.map((label, at) => ({ label, at })).toReversed();
  return (
    <li
      className={cx(
        "rounded-lg border bg-surface px-4 py-3",
        fault ? "border-danger" : "border-line-strong",
      )}
    >
      <div className="flex items-start justify-between gap-2">
        <span id={id} dir="auto" className="min-w-0 font-serif text-lg leading-7">
          {title}
        </span>
        <IconButton
          icon="close"
          size="small"
          label={t("ballot.take-grade", { title: isolated(title) })}
          onClick={() => onLevel(undefined)}
          className={level === undefined ? "invisible" : undefined}
        />
      </div>
      <div
        role="radiogroup"
        aria-labelledby={id}
        aria-describedby={fault ? `${id}-error` : undefined}
        className="mt-2 flex flex-wrap items-center gap-2"
      >
        {bestFirst.map(({ label, at }) => (
          <Level
            key={at}
            name={id}
            label={label}
            isChosen={level === at}
            onChoose={() => onLevel(at)}
          />
        ))}
      </div>
      <FieldError id={id}>{fault}</FieldError>
    </li>
  );
}

/** One of a few levels for each option, each level called by its words. */
export function LevelBallot(props: LevelBallotProps) {
  const { options, isFixed, faults, legend, levels, given, onGive } = props;
  const chosen = new Map(Object.entries(given));
  const choose = (id: string, level: number | undefined) => {
    const next = options.flatMap((option): [string, number][] => {
      const one = option.id === id ? level : chosen.get(option.id);
      return one === undefined ? [] : [[option.id, one]];
    });
    onGive(Object.fromEntries(next));
  };
  return (
    <fieldset disabled={isFixed} className="min-w-0">
      <legend className="pb-2 text-muted">{legend}</legend>
      <ul className="space-y-2">
        {options.map(({ id, title }) => (
          <LevelRow
            key={id}
            title={title}
            levels={levels}
            level={chosen.get(id)}
            onLevel={(level) => choose(id, level)}
            fault={faults.get(id)}
          />
        ))}
      </ul>
    </fieldset>
  );
}
