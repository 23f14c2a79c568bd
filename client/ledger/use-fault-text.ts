import { useTranslation } from "react-i18next";
import type { LedgerFault } from "#shared/ledger/faults.ts";

/** What is wrong with a ledger, in a sentence that says where. */
export function useFaultText(): (fault: LedgerFault) => string {
  const { t } = useTranslation("ledger");
  return ({ code, seq, values }) => {
    const what = t(`fault.${code}`, values);
    return seq === null ? what : t("fault.at", { seq, what });
  };
}
