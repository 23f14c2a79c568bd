import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useAccount } from "../lib/session.ts";
import { Badge } from "../ui/badge.tsx";
import { newClaimsQuery } from "./queries.ts";

interface NewCountProps {
  communityId: string;
  debateId: string;
}

/** On the card of a debate where one was before: how much others have said since. */
export function NewCount({ communityId, debateId }: NewCountProps) {
  const { t } = useTranslation("reading");
  const account = useAccount();
  const { data } = useQuery({ ...newClaimsQuery(communityId), enabled: Boolean(account) });
  const count = data?.get(debateId) ?? 0;
  return count > 0 ? <Badge tone="accent">{t("newClaims", { count })}</Badge> : null;
}
