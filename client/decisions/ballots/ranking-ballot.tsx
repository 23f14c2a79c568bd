import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { type BallotOf, comparesUnranked, type MethodsWith } from "../method-facts.ts";
import type { BallotFormProps } from "./ballot-form.ts";
import { RankingBoard } from "./ranking-board.tsx";

type RankingMethod = MethodsWith<"ranking">;
type Ranking = BallotOf<RankingMethod>["ranking"];

/** An order of options: the form of every method whose voters rank. */
export function rankingBallot<M extends RankingMethod>(
  method: M,
): ComponentType<BallotFormProps<M>> {
  return ({ onChange, ...props }) => (
    <RankingBallot
      {...props}
      method={method}
      ranking={(props.value as BallotOf<RankingMethod> | null)?.ranking ?? []}
      onChange={(ranking) => onChange({ method, ranking } as BallotOf<M>)}
    />
  );
}

interface RankingBallotProps extends Omit<BallotFormProps<RankingMethod>, "onChange" | "value"> {
  readonly method: RankingMethod;
  readonly ranking: Ranking;
  readonly onChange: (ranking: Ranking) => void;
}

function RankingBallot(props: RankingBallotProps) {
  const { options, settings, method, ranking, onChange, isFixed, faults } = props;
  const { t } = useTranslation("decisions");
  // Where votes are passed on, each option has a rank of its own, and what is left out never gets the vote.
  const allowsTies = comparesUnranked(method);
  return (
    <fieldset disabled={isFixed} className="min-w-0">
      <legend className="pb-4 text-muted">{t(`ballot.${method}`)}</legend>
      <RankingBoard
        options={options}
        ranking={ranking}
        onChange={onChange}
        allowsTies={allowsTies}
        isFixed={isFixed}
        faults={faults}
        unrankedHint={
          allowsTies ? t(`method.unranked.${settings.unranked}`) : t("ballot.irv-unranked")
        }
      />
    </fieldset>
  );
}
