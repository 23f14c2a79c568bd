import { useTranslation } from "react-i18next";
import type { FundingRoundView } from "#shared/contract/funding.ts";
import type { FundingOutcome } from "#shared/contract/funding-outcome.ts";
import { fineMoneyIn, useMoney } from "./money.ts";

type Why = FundingOutcome["projects"][number]["why"];

const amounts = ["rest", "left", "cost", "least"];

/** Says why a project got what it got. */
export function useWhy({ currency, settings }: FundingRoundView["round"]): (why: Why) => string {
  const { t, i18n } = useTranslation("funding");
  const money = useMoney(currency);
  return ({ code, values }) => {
    const told = Object.entries(values).map(([name, value]): [string, string | number] => {
      if (amounts.includes(name)) return [name, money(Number(value))];
      if (name !== "price") return [name, value];
      // Hundredths with four decimals: what one point cost, to the hundredth.
      return [name, fineMoneyIn(i18n.language, Number(value), currency)];
    });
    const said = Object.fromEntries<string | number>(told);
    if (code !== "bought") return t(`why.${code}`, said);
    const bought = Number(values["emptied"]) === 0 ? "bought-in-full" : "bought";
    // Who approves has no points to give.
    return t(settings.form === "approval" ? `why.${bought}-approval` : `why.${bought}`, said);
  };
}
