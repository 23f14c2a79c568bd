import { useTranslation } from "react-i18next";
import type { BallotFormProps } from "./ballot-form.ts";
import { RankingBoard } from "./ranking-board.tsx";

/** An order in which options may share a rank. */
export function SchulzeBallot(props: BallotFormProps<"schulze">) {
  const { options, settings, value, onChange, isFixed, faults } = props;
  const { t } = useTranslation("decisions");
  return (
    <fieldset disabled={isFixed} className="min-w-0">
      <legend className="pb-4 text-muted">{t("ballot.schulze")}</legend>
      <RankingBoard
        options={options}
        ranking={value?.ranking ?? []}
        onChange={(ranking) => onChange({ method: "schulze", ranking })}
        allowsTies
        isFixed={isFixed}
        faults={faults}
        unrankedHint={t(`method.unranked.${settings.unranked}`)}
      />
    </fieldset>
  );
}
