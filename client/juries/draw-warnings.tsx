import { useTranslation } from "react-i18next";
import type { DrawWarning } from "#shared/lottery/randomness.ts";
import { Banner } from "../ui/banner.tsx";

/** What a reader of a draw must know before they trust it. */
export function DrawWarnings({ warnings }: { warnings: readonly DrawWarning[] }) {
  const { t } = useTranslation("juries");
  return warnings.map((warning) => (
    <Banner key={warning} tone="warn">
      {t(`warning.${warning}`)}
    </Banner>
  ));
}
