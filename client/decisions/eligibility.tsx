import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { useAccount } from "../lib/session.ts";
import { Banner } from "../ui/banner.tsx";
import { usePassed } from "./use-passed.ts";

/** Why this reader can't vote here, and the way out where there is one. Nothing for those who can. */
export function Eligibility({ decision }: { decision: DecisionView }) {
  const { t } = useTranslation("decisions");
  const account = useAccount();
  const isOver = usePassed(decision.closesAt);
  if (decision.mine.isElector || decision.status !== "open" || isOver) return null;
  if (account === null) {
    return (
      <Banner tone="info" icon="person">
        {t("eligibility.visitor")}{" "}
        <Link to="/sign-in" className="link">
          {t("eligibility.sign-in")}
        </Link>
      </Banner>
    );
  }
  return (
    <Banner tone="info" icon="lock">
      {t("eligibility.not-an-elector")}
    </Banner>
  );
}
