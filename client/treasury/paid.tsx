import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { moneyIn } from "../funding/public.ts";
import { paidQuery } from "./queries.ts";

interface PaidProps {
  community: Community;
  commitmentId: string;
}

/** What was paid for a commitment so far, as the treasury has it; those who keep it enter more from here. */
export function Paid({ community, commitmentId }: PaidProps) {
  const { t, i18n } = useTranslation("treasury");
  const { data } = useQuery(paidQuery(community.id, commitmentId));
  const { slug, me } = community;
  const isKeeper = me !== null && me.role !== "member";
  const paid = (data?.sums ?? []).filter(({ kind }) => kind === "out");
  if (paid.length === 0 && !isKeeper) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {paid.map(({ currency, amount }) => (
        <Link
          key={currency}
          to="/c/$slug/treasury"
          params={{ slug }}
          search={{ currency }}
          className="link tabular-nums"
        >
          {t("paid.so-far", { amount: moneyIn(i18n.language, amount, currency) })}
        </Link>
      ))}
      {isKeeper && (
        <Link
          to="/c/$slug/treasury/new"
          params={{ slug }}
          search={{ commitment: commitmentId }}
          className="link"
        >
          {t("paid.enter")}
        </Link>
      )}
    </p>
  );
}
