import { useTranslation } from "react-i18next";
import type { ImportProblem as Problem } from "#shared/contract/transfer.ts";

/** Where in the files it is wrong. */
function usePlace({ file, row, column }: Problem): string {
  const { t } = useTranslation("transfer");
  if (file === null) return "";
  if (row !== null && column !== null) return t("problem.place.column", { file, row, column });
  if (column !== null) return t("problem.place.columnOnly", { file, column });
  return row === null ? t("problem.place.file", { file }) : t("problem.place.row", { file, row });
}

/** Why an import stored nothing: the place, the rule, what is there instead, and the way out. */
export function ImportProblem({ problem }: { problem: Problem }) {
  const { t } = useTranslation("transfer");
  const place = usePlace(problem);
  const { rule, found, detail } = problem;
  return (
    <div className="rounded-md border-s-4 border-danger bg-danger-soft p-3">
      <p>
        {place && <strong className="font-semibold">{place}</strong>}{" "}
        {t(`problem.rule.${rule}`, { defaultValue: detail })}
      </p>
      {found && (
        <p className="mt-1 text-sm break-words">
          {t("problem.found", { found: "" })} <bdi className="font-mono text-xs">{found}</bdi>
        </p>
      )}
      <p className="mt-1 text-sm">
        {t("problem.nothingStored")} {problem.row !== null && t("problem.putRight")}
      </p>
    </div>
  );
}
