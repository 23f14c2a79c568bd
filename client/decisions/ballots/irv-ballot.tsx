import { useTranslation } from "react-i18next";
import type { BallotFormProps } from "./ballot-form.ts";
import { RankingBoard } from "./ranking-board.tsx";

/** An order without shared ranks. */
export function IrvBallot(props: BallotFormProps<"irv">) {
  const { options, value, onChange, isFixed, faults } = props;
  const { t } = useTranslation("decisions");
  return (
    <fieldset disabled={isFixed} className="min-w-0">
      <legend className="pb-4 text-muted">{t("ballot.irv")}</legend>
      <RankingBoard
        options={options}
        ranking={value?.ranking ?? []}
        onChange={(ranking) => onChange({ method: "irv", ranking })}
        allowsTies={false}
        isFixed={isFixed}
        faults={faults}
        unrankedHint={t("ballot.irv-unranked")}
      />
    </fieldset>
  );
}
