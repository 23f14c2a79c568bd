import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import type { BallotOf, PairMethod } from "../method-facts.ts";
import type { BallotFormProps } from "./ballot-form.ts";
import { RankingBoard } from "./ranking-board.tsx";

/** An order in which options may share a rank: the form of a method that compares each two of them. */
export function pairBallot<M extends PairMethod>(method: M): ComponentType<BallotFormProps<M>> {
  return ({ onChange, ...props }) => (
    <PairBallot
      {...props}
      method={method}
      ranking={(props.value as BallotOf<PairMethod> | null)?.ranking ?? []}
      onChange={(ranking) => onChange({ method, ranking } as BallotOf<M>)}
    />
  );
}

interface PairBallotProps extends Omit<BallotFormProps<PairMethod>, "onChange" | "value"> {
  readonly method: PairMethod;
  readonly ranking: Ranking;
  readonly onChange: (ranking: Ranking) => void;
}
type Ranking = BallotOf<PairMethod>["ranking"];

function PairBallot(props: PairBallotProps) {
  const { options, settings, method, ranking, onChange, isFixed, faults } = props;
  const { t } = useTranslation("decisions");
  return (
    <fieldset disabled={isFixed} className="min-w-0">
      <legend className="pb-4 text-muted">{t(`ballot.${method}`)}</legend>
      <RankingBoard
        options={options}
        ranking={ranking}
        onChange={onChange}
        allowsTies
        isFixed={isFixed}
        faults={faults}
        unrankedHint={t(`method.unranked.${settings.unranked}`)}
      />
    </fieldset>
  );
}
