import { useWords } from "../words.ts";
import type { BallotFormProps } from "./ballot-form.ts";
import { BudgetBallot } from "./budget-ballot.tsx";

/** Votes for options, and against where that is allowed: so many cost their square. */
export function QuadraticBallot(props: BallotFormProps<"quadratic">) {
  const { settings, value, onChange, ...rest } = props;
  const { t, number } = useWords();
  const { credits, against } = settings;
  const values = { count: credits, credits: number(credits) };
  const legend = t("ballot.quadratic", values);
  return (
    <BudgetBallot
      {...rest}
      legend={against ? `${legend} ${t("ballot.quadratic-against")}` : legend}
      given={value?.votes ?? {}}
      onGive={(votes) => onChange({ method: "quadratic", votes })}
      costOf={(votes) => votes * votes}
      credits={credits}
      allowsAgainst={against}
      sayLeft={(left) => t("ballot.credits-left", { ...values, left: number(left) })}
      sayCost={(cost) => t("ballot.costs", { count: cost, cost: number(cost) })}
    />
  );
}
