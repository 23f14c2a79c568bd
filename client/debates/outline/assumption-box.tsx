import { useTranslation } from "react-i18next";
import type { ClaimKind } from "#shared/contract/claims.ts";
import { Checkbox } from "../../ui/checkbox.tsx";

interface AssumptionBoxProps {
  kind: ClaimKind;
  onChange: (kind: ClaimKind) => void;
}

/** Whether a claim is something taken for granted. */
export function AssumptionBox({ kind, onChange }: AssumptionBoxProps) {
  const { t } = useTranslation("debates");
  return (
    <Checkbox
      label={t("compose.assumption")}
      hint={t("compose.assumptionHint")}
      checked={kind === "assumption"}
      onChange={(event) => onChange(event.target.checked ? "assumption" : "claim")}
    />
  );
}
