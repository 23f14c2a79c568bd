import { useMoney } from "../../funding/public.ts";
import { MoneyBar } from "../results/money-bar.tsx";
import { useWords } from "../words.ts";
import { ApprovalCards } from "./approval-ballot.tsx";
import type { BallotFormProps } from "./ballot-form.ts";

/** What one would have paid for out of a budget: each option with its cost, and what the choices cost together. */
export function FundingBallot(props: BallotFormProps<"budget">) {
  const { settings, value, onChange, ...rest } = props;
  const { t } = useWords();
  const { budget, currency, costs } = settings;
  const money = useMoney(currency);
  const approved = value?.approved ?? [];
  const cost = approved.reduce((sum, id) => sum + (costs[id] ?? 0), 0);
  const said = t("ballot.budget-sum", { cost: money(cost), budget: money(budget) });
  return (
    <div className="space-y-3">
      <ApprovalCards
        {...rest}
        legend={t("ballot.budget")}
        approved={approved}
        onApprove={(chosen) => onChange({ method: "budget", approved: chosen })}
        hintOf={(id) => (costs[id] === undefined ? undefined : money(costs[id]))}
      />
      <div role="status" className="rounded-md bg-sunken p-3">
        <p className="pb-2 font-medium tabular-nums">{said}</p>
        <MoneyBar spent={cost} budget={budget} />
        {cost > budget && <p className="pt-2 text-sm text-muted">{t("ballot.budget-over")}</p>}
      </div>
    </div>
  );
}
