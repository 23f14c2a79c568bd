import { type ComponentType, useId } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { FieldError } from "../../ui/field.tsx";
import type { BallotOf, MethodsWith } from "../method-facts.ts";
import type { BallotFormProps } from "./ballot-form.ts";
import { faultProps } from "./option-card.tsx";

interface ScoreRowProps {
  title: string;
  most: number;
  /** undefined where the voter gave none */
  points: number | undefined;
  onScore: (points: number | undefined) => void;
  fault: string | undefined;
}

/** What is typed, as points on the scale; undefined for none. Text that is no number changes nothing (null). */
export function pointsOf(typed: string, most: number): number | undefined | null {
  if (typed.trim() === "") return undefined;
  const points = Number(typed);
  if (!Number.isFinite(points)) return null;
  return Math.min(most, Math.max(0, Math.round(points)));
}

/** The same points as a slider and as a number. */
function Points({ id, title, most, points, onScore, fault }: ScoreRowProps & { id: string }) {
  const { t } = useTranslation("decisions");
  const said =
    points === undefined ? t("ballot.no-points") : t("ballot.points-of", { points, most });
  return (
    <>
      <input
        type="range"
        aria-labelledby={`${id}-title`}
        aria-valuetext={said}
        min={0}
        max={most}
        step={1}
        value={points ?? 0}
        onChange={(event) => onScore(Number(event.target.value))}
        className={cx(
          "h-10 min-w-0 flex-1 touch-pan-y accent-accent",
          points === undefined && "opacity-55",
        )}
      />
      <input
        type="number"
        inputMode="numeric"
        id={id}
        aria-label={t("ballot.points-for", { title })}
        min={0}
        max={most}
        step={1}
        value={points ?? ""}
        placeholder="–"
        onChange={(event) => {
          const typed = pointsOf(event.target.value, most);
          if (typed !== null) onScore(typed);
        }}
        className="control w-18! text-center tabular-nums"
        {...faultProps(id, fault)}
      />
    </>
  );
}

function ScoreRow(props: ScoreRowProps) {
  const { title, most, points, onScore, fault } = props;
  const { t } = useTranslation("decisions");
  const id = useId();
  return (
    <li
      className={cx(
        "rounded-lg border bg-surface px-4 py-3",
        fault ? "border-danger" : "border-line-strong",
      )}
    >
      <span id={`${id}-title`} dir="auto" className="block font-serif text-lg leading-7">
        {title}
      </span>
      <div className="mt-1 flex items-center gap-3">
        <Points id={id} {...props} />
        <span aria-hidden="true" className="text-sm text-muted tabular-nums">
          / {most}
        </span>
        <IconButton
          icon="close"
          size="small"
          label={t("ballot.take-points", { title })}
          onClick={() => onScore(undefined)}
          className={points === undefined ? "invisible" : undefined}
        />
      </div>
      <FieldError id={id}>{fault}</FieldError>
    </li>
  );
}

type ScoreMethod = MethodsWith<"scores">;

/** Points for each option: the form of methods that add up scores. */
export function scoreBallot<M extends ScoreMethod>(method: M): ComponentType<BallotFormProps<M>> {
  return ({ onChange, ...props }) => (
    <ScoreBallot
      {...props}
      method={method}
      given={(props.value as BallotOf<ScoreMethod> | null)?.scores ?? {}}
      onChange={(scores) => onChange({ method, scores } as BallotOf<M>)}
    />
  );
}

interface ScoreBallotProps extends Omit<BallotFormProps<ScoreMethod>, "onChange" | "value"> {
  readonly method: ScoreMethod;
  readonly given: BallotOf<ScoreMethod>["scores"];
  readonly onChange: (scores: BallotOf<ScoreMethod>["scores"]) => void;
}

/** A slider for each option, and the same as a number. */
function ScoreBallot(props: ScoreBallotProps) {
  const { options, settings, method, onChange, isFixed, faults } = props;
  const { t } = useTranslation("decisions");
  const scores = new Map(Object.entries(props.given));
  const give = (id: string, points: number | undefined) => {
    const given = options.flatMap((option): [string, number][] => {
      const score = option.id === id ? points : scores.get(option.id);
      return score === undefined ? [] : [[option.id, score]];
    });
    onChange(Object.fromEntries(given));
  };
  return (
    <fieldset disabled={isFixed} className="min-w-0">
      <legend className="pb-2 text-muted">
        {t(`ballot.${method}`, { most: settings.maxScore })}
      </legend>
      <ul className="space-y-2">
        {options.map(({ id, title }) => (
          <ScoreRow
            key={id}
            title={title}
            most={settings.maxScore}
            points={scores.get(id)}
            onScore={(points) => give(id, points)}
            fault={faults.get(id)}
          />
        ))}
      </ul>
    </fieldset>
  );
}
