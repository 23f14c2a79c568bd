import { useWords } from "../words.ts";
import type { BallotFormProps } from "./ballot-form.ts";
import { BudgetBallot } from "./budget-ballot.tsx";

/** So many points, spread over the options. */
export function CumulativeBallot(props: BallotFormProps<"cumulative">) {
  const { settings, value, onChange, ...rest } = props;
  const { t, number } = useWords();
  const { credits } = settings;
  const values = { count: credits, credits: number(credits) };
  return (
    <BudgetBallot
      {...rest}
      legend={t("ballot.cumulative", values)}
      given={value?.points ?? {}}
      onGive={(points) => onChange({ method: "cumulative", points })}
      costOf={(points) => points}
      credits={credits}
      sayLeft={(left) => t("ballot.points-left", { ...values, left: number(left) })}
    />
  );
}
